import type { AttributeRow } from "@rivulet/model";

/** Attributes that several requests have. */
export const conditionRow: AttributeRow = [
  "ConditionExpression",
  "String",
  "The item is written only if this holds, for example attribute_not_exists(CustomerId). Not sent when blank.",
];

export const returnValuesRow: AttributeRow = [
  "ReturnValues",
  "Enumeration(ENUM_ReturnValues)",
  "Which attributes of the item to return, as it was or as it is. Nothing when empty.",
];

export const capacityRow: AttributeRow = [
  "ReturnConsumedCapacity",
  "Enumeration(ENUM_ReturnConsumedCapacity)",
  "Whether to say what the call takes of the capacity. Not when empty.",
];

export const projectionRow: AttributeRow = [
  "ProjectionExpression",
  "String",
  "The attributes to return, separated by commas; all of them when blank.",
];

export const filterRow: AttributeRow = [
  "FilterExpression",
  "String",
  "Only items for which this holds are returned, for example Price > :least. It is looked at after the items were read, so it saves no capacity. Not sent when blank.",
];

export const consistentReadRow: AttributeRow = [
  "isConsistentRead",
  "Boolean",
  "Whether to see every write that was acknowledged before; costs twice as much. Not for global indexes.",
];

/** How many items a page has and how many were looked at for it. */
export const pageRows: readonly AttributeRow[] = [
  ["Count", "Long", "How many items the page has."],
  ["ScannedCount", "Long", "How many items were looked at for the page; those that match are among them."],
];

import { defineActivity } from "@rivulet/activities";
import { addedNote } from "../../domain-model/additions/added.ts";

/** Reads one value of an item. */
export const getItemValue = defineActivity({
  kind: "AmazonDynamoDBConnector.GetItemValue",
  label: "Get item value",
  group: "amazonDynamoDB",
  icon: "text-search",
  summary: "Reads the value of one attribute of an item.",
  documentation: `Spares the retrieve over \`AbstractKey_AbstractItem\` and the search for the right KeyValue object. The variable is empty when the item has no such attribute, or when its value is null. A value of another type than the one chosen is the error \`wrong-value-type\`; whole numbers can be read as Decimal too, and a text with an ISO date as Date and time. ${addedNote}`,
  synonyms: ["read", "attribute", "column", "field", "KeyValue", "dynamodb"],
  fields: [
    {
      name: "Item",
      kind: "expression",
      label: "Item",
      documentation: "The item, for example a GetItemResponse, a ScanItem or a QueryItem.",
      isRequired: true,
      expected: [{ from: "fixed", type: { kind: "object", entity: "AmazonDynamoDBConnector.AbstractItem" } }],
      presentation: "parameter",
    },
    {
      name: "Attribute",
      kind: "expression",
      label: "Attribute",
      documentation: "Name of the attribute, for example 'Total'.",
      isRequired: true,
      expected: [{ from: "fixed", type: { kind: "string" } }],
      presentation: "parameter",
    },
    {
      name: "type",
      kind: "dataType",
      label: "Data type",
      documentation: "The type in which the value is needed.",
      isRequired: true,
      allowed: ["string", "integer", "decimal", "boolean", "dateTime", "binary"],
    },
    {
      name: "output",
      kind: "newVariable",
      label: "Variable name",
      documentation: "Name of the variable for the value.",
      isRequired: true,
      type: { from: "dataTypeField", field: "type" },
      suggestion: { one: "ItemValue", many: "ItemValue" },
      scope: "after",
    },
  ],
  subtitle: "${output} = {Attribute} of {Item}",
  raises: ["missing-item", "missing-attribute-name", "wrong-value-type"],
  explorerFolders: ["Operations"],
});

import { entity, enumeration, type ModulePart, manyToOne } from "@rivulet/model";
import { addedAttributes } from "./additions/added.ts";
import { capacityRow, consistentReadRow, filterRow, pageRows, projectionRow } from "./additions/rows.ts";
import { awsAuthentication } from "./foreign-names.ts";

/** Reading a whole table or index. */
export const scans: ModulePart = {
  entities: [
    entity("ScanRequest", "Reads the items of a table or of one of its indexes, one page at a time.", {
      specializes: awsAuthentication.abstractRequest,
      attributes: [
        ["Limit", "Integer", "Most items to look at, whether they match or not; at least 1, or empty."],
        ["IndexName", "String", "Secondary index to read, local or global. Not sent when blank."],
        ["TableName", "String", "Name of the table, also when an index is read. Required.", "required"],
        ...addedAttributes([
          filterRow,
          projectionRow,
          consistentReadRow,
          [
            "Segment",
            "Integer",
            "Which part to read when several scans share the work: from 0 to TotalSegments - 1.",
          ],
          ["TotalSegments", "Integer", "In how many parts the table is read. Empty: in one."],
          capacityRow,
        ]),
      ],
    }),
    entity(
      "Condition",
      "A test of one attribute, whose name is in Key. Items that pass all conditions of a request are returned.",
      {
        specializes: "AbstractKey",
        attributes: [
          [
            "ComparisonOperator",
            "Enumeration(ENUM_ComparisonOperator)",
            "How to compare. Required.",
            "required",
          ],
        ],
      },
    ),
    entity("AbstractScanTableValue", "What the operands of conditions have in common.", { isAbstract: true }),
    entity("ScanTableValueString", "A text to compare with.", {
      specializes: "AbstractScanTableValue",
      attributes: [["StringValue", "String", "The text. Required.", "required"]],
    }),
    entity("ScanTableValueDecimal", "A decimal number to compare with.", {
      specializes: "AbstractScanTableValue",
      attributes: [["DecimalValue", "Decimal", "The number, exact up to 38 digits. Required.", "required"]],
    }),
    entity("ScanTableValueLong", "A whole number to compare with.", {
      specializes: "AbstractScanTableValue",
      attributes: [["LongValue", "Long", "The number, exact in 64 bits. Required.", "required"]],
    }),
    entity("ScanTableValueBoolean", "A yes or no to compare with.", {
      specializes: "AbstractScanTableValue",
      attributes: [
        ["BooleanValue", "Enumeration(ENUM_BooleanValue)", "True or false. Required.", "required"],
      ],
    }),
    entity("ScanResponse", "One page of items.", {
      attributes: [
        ["TableName", "String", "Name of the table, as in the request."],
        ...addedAttributes(pageRows),
      ],
    }),
    entity("ScanItem", "One item of the page.", { specializes: "AbstractItem" }),
  ],
  associations: [
    manyToOne("Condition", "ScanRequest", "The conditions, all of which have to hold."),
    manyToOne(
      "AbstractScanTableValue",
      "Condition",
      "The operands, in their order: BETWEEN takes the lower one first.",
    ),
    manyToOne("ScanItem", "ScanResponse", "The items, in the order of DynamoDB's answer."),
  ],
  enumerations: [
    enumeration("ENUM_ComparisonOperator", "How a condition compares an attribute with its operands.", [
      ["BEGINS_WITH", "BEGINS_WITH", "The text begins with the operand."],
      ["BETWEEN", "BETWEEN", "At least the first operand and at most the second."],
      ["CONTAINS", "CONTAINS", "The text contains the operand, or the set or list has it."],
      ["EQ", "EQUAL", "Equal to the operand; for every type, lists and maps included."],
      ["GE", "GREATER_THAN_OR_EQUAL", "At least the operand."],
      ["GT", "GREATER_THAN", "More than the operand."],
      ["IN", "IN", "Equal to one of the operands."],
      ["LE", "LESS_THAN_OR_EQUAL", "At most the operand."],
      ["LT", "LESS_THAN", "Less than the operand."],
      ["NE", "NOT_EQUAL", "Not equal to the operand; for every type, lists and maps included."],
      ["NOT_CONTAINS", "NOT_CONTAINS", "The text does not contain the operand, or the set or list lacks it."],
      ["NOT_NULL", "NOT_NULL", "The item has the attribute, also when its value is of type NULL."],
      ["_NULL", "NULL", "The item does not have the attribute."],
    ]),
  ],
};

import { entity, enumeration, manyToOne } from "@rivulet/model";
import { awsAuthentication } from "../foreign-names.ts";
import { addedPart } from "./added.ts";
import { capacityRow, consistentReadRow, filterRow, pageRows, projectionRow } from "./rows.ts";

/** Reading the items of one partition. */
export const queries = addedPart({
  entities: [
    entity(
      "QueryRequest",
      "Reads the items that have one partition key, in the order of the sort key, one page at a time.",
      {
        specializes: awsAuthentication.abstractRequest,
        attributes: [
          ["TableName", "String", "Name of the table, also when an index is read. Required.", "required"],
          ["IndexName", "String", "Secondary index to read, local or global. Not sent when blank."],
          [
            "KeyConditionExpression",
            "String",
            "Which items: the partition key is equal to a value and, if you like, a test of the sort key, for example CustomerId = :id AND begins_with(OrderDate, :year). Required.",
            "required",
          ],
          filterRow,
          projectionRow,
          ["Limit", "Integer", "Most items to look at, whether they match or not; at least 1, or empty."],
          [
            "SortOrder",
            "Enumeration(ENUM_SortOrder)",
            "Order of the items by their sort key; ascending when empty.",
          ],
          consistentReadRow,
          capacityRow,
        ],
      },
    ),
    entity("QueryResponse", "One page of items.", {
      attributes: [["TableName", "String", "Name of the table, as in the request."], ...pageRows],
    }),
    entity("QueryItem", "One item of the page.", { specializes: "AbstractItem" }),
  ],
  associations: [manyToOne("QueryItem", "QueryResponse", "The items, in the order of their sort key.")],
  enumerations: [
    enumeration("ENUM_SortOrder", "Order of items by their sort key.", [
      ["ASCENDING", "Ascending", "The smallest sort key first."],
      ["DESCENDING", "Descending", "The largest sort key first."],
    ]),
  ],
});

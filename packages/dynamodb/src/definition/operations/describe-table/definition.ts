import { tableNotFound } from "../outcomes.ts";
import { requestActivity } from "../request-activity.ts";

/** Describes one table. */
export const describeTable = requestActivity({
  operation: "DescribeTable",
  request: "DescribeTableRequest",
  response: "DescribeTableResponse",
  icon: "table-2",
  summary: "Describes one table: its state, its size and its keys.",
  documentation:
    "Needs `TableName` in the request. The attributes of keys are found over `AttributeDefinition_DescribeTableResponse`, the primary key, partition key first, over `KeySchemaElement_DescribeTableResponse`. For a table that does not exist the run goes on at the flow *Not found*, or with the error `aws-not-found`.",
  synonyms: ["table", "keys", "schema", "status", "item count"],
  outcomes: [tableNotFound],
});

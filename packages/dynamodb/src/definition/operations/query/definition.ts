import { requestActivity } from "../request-activity.ts";

/** Reads the items of one partition key. */
export const query = requestActivity({
  operation: "Query",
  request: "QueryRequest",
  response: "QueryResponse",
  icon: "list-filter",
  summary: "Reads the items with one partition key, in the order of the sort key, a page at a time.",
  documentation:
    "Needs `TableName` and `KeyConditionExpression` in the request: `CustomerId = :id`, if you like with a test of the sort key behind it: `CustomerId = :id AND OrderDate > :since`. Values are linked over `ExpressionAttributeValues_QueryRequest`. The items are found over `QueryItem_QueryResponse`. While the response has a `LastEvaluatedKey` there are more: set `ExclusiveStartKey_QueryRequest` to it and query again. Added by Rivulet.",
  synonyms: ["read", "find", "search", "index", "items"],
});

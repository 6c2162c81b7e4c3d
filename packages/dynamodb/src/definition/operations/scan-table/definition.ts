import { requestActivity } from "../request-activity.ts";

/** Reads the items of a table or index. */
export const scanTable = requestActivity({
  operation: "ScanTable",
  request: "ScanRequest",
  response: "ScanResponse",
  icon: "table-rows-split",
  summary: "Reads the items of a table or index, a page at a time.",
  documentation:
    "Needs `TableName` in the request. It reads every item of the table and costs as much, whatever is found: with the partition key at hand, use *Query*. Items have to pass all `Condition` objects that are linked to the request, and its `FilterExpression`. They are found over `ScanItem_ScanResponse`. A page ends after 1 MB, or after as many items as `Limit` says, so it may be empty with more to come: while the response has a `LastEvaluatedKey`, set `ExclusiveStartKey_ScanRequest` to it and scan again.",
  synonyms: ["Scan", "ScanTableRequest", "ScanTableResponse", "read", "all", "items"],
});

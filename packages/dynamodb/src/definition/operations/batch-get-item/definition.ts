import { requestActivity } from "../request-activity.ts";

/** Gets many items by their keys. */
export const batchGetItem = requestActivity({
  operation: "BatchGetItem",
  request: "BatchGetItemRequest",
  response: "BatchGetItemResponse",
  icon: "files",
  summary: "Gets many items of one or more tables by their keys.",
  documentation:
    "Needs at least one `RequestTable` with `TableName` and, over `BatchGetRequestedItem_RequestTable`, at least one key. More than 100 keys are asked for in several calls at once; what DynamoDB leaves unprocessed is asked for again, with growing pauses. The response has a `ResponseTable` for each table; its items come in any order, and keys without an item are left out. Keys that were still unprocessed in the end are found over `RequestTable_BatchGetItemResponse`, and the log says so. The same key twice is the error `duplicate-key`.",
  synonyms: ["read", "many", "bulk", "items"],
});

import { requestActivity } from "../request-activity.ts";

/** Puts and deletes many items. */
export const batchWriteItem = requestActivity({
  operation: "BatchWriteItem",
  request: "BatchWriteItemRequest",
  response: "BatchWriteItemResponse",
  icon: "file-stack",
  summary: "Puts and deletes many items of one or more tables.",
  documentation:
    "Needs at least one item to put, in a `TableWithItemsToAdd`, or one to delete, in a `TableWithItemsToDelete`. More than 25 are sent in several calls at once, for which the keys of the tables are looked up (`dynamodb:DescribeTable`; without that right the calls go one after another). What DynamoDB leaves unprocessed is sent again, with growing pauses; what was still left in the end is found over `TableWithItemsToAdd_BatchWriteItemResponse` and `TableWithItemsToDelete_BatchWriteItemResponse`, and the log says so. The calls are no transaction: when one fails, others may have had their effect, and the error says how many items were written. Two writes of one item are the error `duplicate-key`.",
  synonyms: ["write", "many", "bulk", "put", "delete", "items"],
});

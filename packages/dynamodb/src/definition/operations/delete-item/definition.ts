import { conditionFailed } from "../outcomes.ts";
import { requestActivity } from "../request-activity.ts";

/** Deletes one item by its key. */
export const deleteItem = requestActivity({
  operation: "DeleteItem",
  request: "DeleteItemRequest",
  response: "DeleteItemResponse",
  icon: "file-minus",
  summary: "Deletes one item, if you like only under a condition.",
  documentation:
    "Needs `TableName` in the request and, over `DeleteItem_DeleteItemRequest`, a `DeleteItem` that has the item's key: one KeyValue object for the partition key and, where the table has one, another for the sort key. An item that does not exist is no error. `ConditionExpression` makes it depend on what is there; when it does not hold, the run goes on at the flow *Condition failed*, or with the error `aws-condition-failed`. Stand-ins for names are linked as `ExpressionAttributeName`, values over `ExpressionAttributeValues_DeleteItemRequest`.",
  synonyms: ["remove", "erase", "item"],
  outcomes: [conditionFailed],
});

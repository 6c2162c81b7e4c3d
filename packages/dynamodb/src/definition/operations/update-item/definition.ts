import { conditionFailed } from "../outcomes.ts";
import { requestActivity } from "../request-activity.ts";

/** Changes attributes of one item. */
export const updateItem = requestActivity({
  operation: "UpdateItem",
  request: "UpdateItemRequest",
  response: "UpdateItemResponse",
  icon: "file-pen-line",
  summary: "Changes attributes of one item and leaves the others as they are.",
  documentation:
    "Needs `TableName` in the request and, over `UpdateItem_UpdateItemRequest`, an `UpdateItem` that has the item's key. `UpdateExpression` says what to change: `SET Price = :price REMOVE Discount ADD Visits :one DELETE Tags :old`. Its values are linked over `ExpressionAttributeValues_UpdateItemRequest`, stand-ins for names as `ExpressionAttributeName`. An item that does not exist is made; `ConditionExpression` = `attribute_exists(...)` prevents that, and when it does not hold, the run goes on at the flow *Condition failed*, or with the error `aws-condition-failed`. Added by Rivulet.",
  synonyms: ["change", "modify", "edit", "counter", "item"],
  outcomes: [conditionFailed],
});

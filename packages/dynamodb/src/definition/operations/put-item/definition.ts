import { conditionFailed } from "../outcomes.ts";
import { requestActivity } from "../request-activity.ts";

/** Puts one whole item. */
export const putItem = requestActivity({
  operation: "PutItem",
  request: "PutItemRequest",
  response: "PutItemResponse",
  icon: "file-input",
  summary: "Creates an item, or replaces the whole item that has the same key.",
  documentation:
    "Needs `TableName` in the request and, over `PutItem_PutItemRequest`, a `PutItem` with a KeyValue object for each attribute, the key among them. An item with the same key is **replaced as a whole**: attributes that are not given are gone afterwards. To change some of them use *UpdateItem*. `ConditionExpression` makes the put depend on what is there; when it does not hold, the run goes on at the flow *Condition failed*, or with the error `aws-condition-failed`. `ReturnValues` = `ALL_OLD` hands out the item that was replaced, over `ReturnedItem_PutItemResponse`.",
  synonyms: ["write", "create", "insert", "save", "replace", "item"],
  outcomes: [conditionFailed],
});

import { itemNotFound } from "../outcomes.ts";
import { requestActivity } from "../request-activity.ts";

/** Gets one item by its key. */
export const getItem = requestActivity({
  operation: "GetItem",
  request: "GetItemRequest",
  response: "GetItemResponse",
  icon: "file-search",
  summary: "Gets one item by its key.",
  documentation:
    "Needs `TableName` in the request and, over `GetItem_GetItemRequest`, a `GetItem` that has the item's key: a KeyValue object for the partition key and, where the table has one, another for the sort key. The response is the item itself: its values are found over `AbstractKey_AbstractItem`, or one by one with *Get item value*. When there is no such item the run goes on at the flow *Not found*; without such a flow the response has no values. A whole number arrives as `KeyValueLong`, any other as `KeyValueDecimal`.",
  synonyms: ["read", "find", "fetch", "item"],
  outcomes: [itemNotFound],
});

import { FlowError } from "@rivulet/runtime";
import { getItem, itemNotFound } from "../../../definition/index.ts";
import type { ItemJson } from "../../codec/attribute-value.ts";
import { itemOf } from "../../items/write-item.ts";
import { operation } from "../../operation.ts";
import { type CapacityJson, writeCapacity } from "../../requests/consumed-capacity.ts";
import { linkedItem } from "../../requests/linked-item.ts";
import { consistentRead, sentAttributes } from "../../requests/sent-attributes.ts";
import { standIns } from "../../requests/stand-ins.ts";

interface GetItemOutput {
  /** Left out when there is no such item. */
  readonly Item?: ItemJson;
  readonly ConsumedCapacity?: CapacityJson;
}

/** Thrown only where a flow is drawn for it: it leads there. */
function notFound(): FlowError {
  return new FlowError({ code: "item-not-found", message: "GetItem found no item with this key." });
}

/** Gets one item by its key. */
export const executeGetItem = operation<GetItemOutput>(getItem, {
  loadCommand: async () => (await import("@aws-sdk/client-dynamodb")).GetItemCommand,
  input: (request, place) => {
    const sent = sentAttributes(request, ["TableName", "ProjectionExpression", "ReturnConsumedCapacity"]);
    return {
      ...sent,
      ...consistentRead(request),
      Key: linkedItem(request, "GetItem_GetItemRequest", place),
      ...standIns(request, sent, place),
    };
  },
  output: ({ Item, ConsumedCapacity }, context) => {
    if (!Item && context.drawnOutcomes.has(itemNotFound.name)) throw notFound();
    const response = itemOf("GetItemResponse", Item ?? {}, context);
    if (ConsumedCapacity) writeCapacity(response, [ConsumedCapacity], context);
    return response;
  },
});

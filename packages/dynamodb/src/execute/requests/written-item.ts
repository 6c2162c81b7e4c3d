import type { ExecutionContext, JsonObject } from "@rivulet/runtime";
import type { EntityObject } from "@rivulet/values";
import type { ItemJson } from "../codec/attribute-value.ts";
import { newObject } from "../items/new-object.ts";
import type { ReadingPlace } from "../items/read-item.ts";
import { itemOf } from "../items/write-item.ts";
import { inModule } from "../module-name.ts";
import { type CapacityJson, writeCapacity } from "./consumed-capacity.ts";
import { linkedItem } from "./linked-item.ts";
import { sentAttributes } from "./sent-attributes.ts";
import { standIns } from "./stand-ins.ts";

/** What the operations that write one item answer. */
export interface WrittenOutput {
  readonly Attributes?: ItemJson;
  readonly ConsumedCapacity?: CapacityJson;
}

interface Written {
  readonly operation: "PutItem" | "UpdateItem" | "DeleteItem";
  /** What AWS calls the item that is linked to the request. */
  readonly item: "Item" | "Key";
  /** Attributes of the request besides those that all of them have. */
  readonly attributes?: readonly string[];
}

/** The input of an operation that writes one item. */
export function writtenInput(
  { operation, item, attributes = [] }: Written,
  request: EntityObject,
  place: ReadingPlace,
): JsonObject {
  const names = ["TableName", ...attributes, "ConditionExpression", "ReturnValues", "ReturnConsumedCapacity"];
  const sent = sentAttributes(request, names);
  return {
    ...sent,
    [item]: linkedItem(request, `${operation}_${operation}Request`, place),
    ...standIns(request, sent, place),
  };
}

/** The response object of an operation that writes one item. */
export function writtenResponse(
  operation: Written["operation"],
  { Attributes, ConsumedCapacity }: WrittenOutput,
  context: ExecutionContext,
): EntityObject {
  const response = newObject(context, `${operation}Response`, []);
  if (Attributes) {
    const item = itemOf("ReturnedItem", Attributes, context);
    context.link(inModule(`ReturnedItem_${operation}Response`), item, response);
  }
  if (ConsumedCapacity) writeCapacity(response, [ConsumedCapacity], context);
  return response;
}

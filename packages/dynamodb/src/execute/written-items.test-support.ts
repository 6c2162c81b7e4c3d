import type { ActivityContext } from "@rivulet/testkit";
import type { Value } from "@rivulet/values";
import type { ItemJson } from "./codec/attribute-value.ts";
import {
  execute,
  linkedTo,
  linkStandIns,
  makeItem,
  readItemBack,
  requestOf,
  type StandIns,
} from "./items.test-support.ts";

/** A request of an operation that writes one item. */
export interface WriteSketch extends StandIns {
  readonly item: ItemJson;
  readonly attributes: Readonly<Record<string, Value>>;
}

/** Executes PutItem, UpdateItem or DeleteItem, and gives the item that was returned, if any was. */
export async function write(
  context: ActivityContext,
  operation: "PutItem" | "UpdateItem" | "DeleteItem",
  { item, attributes, ...standIns }: WriteSketch,
) {
  const request = requestOf(context, `${operation}Request`, attributes);
  const part = makeItem(context, operation, item);
  context.link(`AmazonDynamoDBConnector.${operation}_${operation}Request`, part, request);
  linkStandIns(context, request, standIns);
  const response = await execute(context, operation, request);
  const [returned] = linkedTo(context, `ReturnedItem_${operation}Response`, response);
  return { response, returned: returned && readItemBack(context, returned) };
}

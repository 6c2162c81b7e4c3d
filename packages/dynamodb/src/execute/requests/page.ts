import type { JsonObject } from "@rivulet/runtime";
import { type EntityObject, readAttribute, writeAttribute } from "@rivulet/values";
import type { ItemJson } from "../codec/attribute-value.ts";
import { linkAllWhenLookedAt, newObject } from "../items/new-object.ts";
import { type ReadingPlace, readItem } from "../items/read-item.ts";
import { itemOf } from "../items/write-item.ts";
import { inModule } from "../module-name.ts";
import { type CapacityJson, writeCapacity } from "./consumed-capacity.ts";

/** What Scan and Query answer. */
export interface PageOutput {
  readonly Items?: readonly ItemJson[];
  readonly Count?: number;
  readonly ScannedCount?: number;
  readonly LastEvaluatedKey?: ItemJson;
  readonly ConsumedCapacity?: CapacityJson;
}

/** Where a page begins: behind the key that is linked to the request. */
export function startKey(
  operation: "Scan" | "Query",
  request: EntityObject,
  place: ReadingPlace,
): JsonObject {
  const [key] = place.context.linked(inModule(`ExclusiveStartKey_${operation}Request`), request);
  return key ? { ExclusiveStartKey: readItem(key, place) } : {};
}

/** The response object of a page, with its items and where it ended. */
export function pageResponse(
  operation: "Scan" | "Query",
  { Items = [], Count, ScannedCount, LastEvaluatedKey, ConsumedCapacity }: PageOutput,
  { context, request }: { readonly context: ReadingPlace["context"]; readonly request: EntityObject },
): EntityObject {
  const response = newObject(context, `${operation}Response`, [readAttribute(request, "TableName")]);
  writeAttribute(response, "Count", Count ?? Items.length);
  writeAttribute(response, "ScannedCount", ScannedCount ?? null);
  const make = () => Items.map((item) => itemOf(`${operation}Item`, item, context));
  linkAllWhenLookedAt(context, inModule(`${operation}Item_${operation}Response`), { make, target: response });
  if (LastEvaluatedKey) {
    const key = itemOf("LastEvaluatedKey", LastEvaluatedKey, context);
    context.link(inModule(`LastEvaluatedKey_${operation}Response`), key, response);
  }
  if (ConsumedCapacity) writeCapacity(response, [ConsumedCapacity], context);
  return response;
}

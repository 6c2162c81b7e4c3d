import type { EntityObject } from "@rivulet/values";
import type { ItemJson } from "../codec/attribute-value.ts";
import { type ReadingPlace, readItem } from "../items/read-item.ts";
import { missingObject } from "../items/refusals.ts";
import { inModule } from "../module-name.ts";

/**
 * The item that is linked to a request over a one-to-one association.
 *
 * @throws {FlowError} `missing-object` and what {@link readItem} throws
 */
export function linkedItem(request: EntityObject, association: string, place: ReadingPlace): ItemJson {
  const [item] = place.context.linked(inModule(association), request);
  if (!item) throw missingObject(request, inModule(association), place.activity);
  return readItem(item, place);
}

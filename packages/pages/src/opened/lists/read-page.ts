import { createObject, type EntityObject, readAttribute, writeAttribute } from "@rivulet/values";
import { pagingEntity } from "../../paging.ts";
import { type MicroflowSource, runSource, type SourcePlace } from "./load-source.ts";
import type { GivenObjects } from "./loaded-source.ts";
import { maximumRows } from "./page-limits.ts";
import { rememberObject } from "./remember-object.ts";

/** How far a list has come that is read page by page. */
interface Reading {
  readonly objects: readonly EntityObject[];
  readonly paging: EntityObject;
}

/** Tells the microflow where the list is. What it set in the call before, it finds again; only `HasMore` begins anew. */
function ask({ paging, objects }: Reading, pageSize: number): void {
  writeAttribute(paging, "PageSize", Math.min(pageSize, maximumRows - objects.length));
  writeAttribute(paging, "Offset", objects.length);
  writeAttribute(paging, "HasMore", false);
}

/**
 * Calls the microflow once for one more page. When it fails, everything is as it was before the call, so that the same
 * page can be asked for again.
 *
 * @throws {PageFailure} when the microflow fails
 */
export async function nextPage(
  source: MicroflowSource,
  { reading, pageSize, on }: { reading: Reading; pageSize: number; on: SourcePlace },
): Promise<GivenObjects> {
  const { paging, objects } = reading;
  const bringBack = rememberObject(paging);
  try {
    ask(reading, pageSize);
    const all = [...objects, ...(await runSource(source, on, paging))];
    const hasMore = readAttribute(paging, "HasMore") === true;
    return {
      objects: all.slice(0, maximumRows),
      total: hasMore ? undefined : all.length,
      paging: hasMore ? paging : undefined,
    };
  } catch (error) {
    bringBack();
    throw error;
  }
}

/** Begins to read a list page by page. Throws {@link PageFailure} as {@link nextPage} does. */
export async function firstPage(
  source: MicroflowSource,
  pageSize: number,
  on: SourcePlace,
): Promise<GivenObjects> {
  const shape = on.ports.index.shape(pagingEntity);
  if (!shape) throw new Error(`There is no entity ${pagingEntity}.`);
  const reading = { objects: [], paging: createObject(shape) };
  return nextPage(source, { reading, pageSize, on });
}

import type { EntityObject } from "@rivulet/values";
import type { ObjectCarrier } from "../../carried/object-carrier.ts";
import type { ListRest } from "../../view/view.ts";
import { maximumRows } from "./page-limits.ts";

/** What a data source has given so far. */
export interface GivenObjects {
  /** Those that may be shown: {@link maximumRows} at most. */
  readonly objects: readonly EntityObject[];
  /** How many there are in all; `undefined` while a source that is read page by page has more. */
  readonly total: number | undefined;
  /** Where such a source goes on. It stays on the server, between one call and the next. */
  readonly paging: EntityObject | undefined;
}

/** What a data widget has loaded, kept for as long as the page is only drawn again. */
export interface LoadedSource extends GivenObjects {
  /** The key under which the browser asks for more of it. */
  readonly key: string;
  /** Where it came from, as a text to compare. */
  readonly from: string;
}

/** Objects that are there at once: all are counted, and no more are held than can be shown. */
export function givenAtOnce(all: readonly EntityObject[]): GivenObjects {
  return { objects: all.slice(0, maximumRows), total: all.length, paging: undefined };
}

/** What is beyond the first rows of a list. */
export function restOf(shown: number, { total }: Pick<GivenObjects, "total">): ListRest {
  if (total !== undefined && shown >= total) return { kind: "none" };
  const counted = total === undefined ? {} : { total };
  return { kind: shown >= maximumRows ? "full" : "more", ...counted };
}

/** The same in a changed project: objects whose entity was deleted are gone. */
export function carriedSource(source: LoadedSource, carrier: ObjectCarrier): LoadedSource {
  const { objects, total, paging } = source;
  const there = carrier.carryAll(objects);
  const gone = objects.length - there.length;
  return {
    ...source,
    objects: there,
    total: total === undefined ? undefined : total - gone,
    paging: paging && carrier.carry(paging),
  };
}

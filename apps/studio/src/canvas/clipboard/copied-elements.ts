import {
  type ElementRecord,
  type PlacementRecord,
  type ProjectRecord,
  placementId,
  type RecordOf,
} from "@rivulet/model";
import { readCopiedText, recordsIn } from "../../clipboard/copied-text.ts";
import { canvasMessages } from "../../messages/canvas-messages.ts";

/** Part of a microflow as it travels over the clipboard, as text of its own. */
export interface CopiedElements {
  readonly elements: readonly ElementRecord[];
  readonly flows: readonly (RecordOf<"sequenceFlow"> | RecordOf<"annotationFlow">)[];
  readonly placements: readonly PlacementRecord[];
}

const format = "rivulet-elements";

/**
 * The chosen elements as text, with what is in their loops and the flows among them; `undefined` when there is
 * nothing to copy. The start event is not copied: there is one in every microflow.
 *
 * @example copyElements(project.store.records, selection)
 */
export function copyElements(
  records: ReadonlyMap<string, ProjectRecord>,
  chosen: readonly string[],
): string | undefined {
  const ids = new Set<string>();
  for (const id of chosen) {
    const record = records.get(id);
    if (record?.type === "element" && record.kind !== "start") ids.add(id);
  }
  if (ids.size === 0) return undefined;
  for (let before = -1; before !== ids.size; ) {
    before = ids.size;
    for (const record of records.values())
      if (record.type === "element" && ids.has(record.parent)) ids.add(record.id);
  }
  const all = [...records.values()];
  const flows = all.filter(
    (record) =>
      (record.type === "sequenceFlow" || record.type === "annotationFlow") &&
      ids.has(record.from) &&
      ids.has(record.to),
  );
  const elements = all.filter((record) => record.type === "element" && ids.has(record.id));
  const placements = [...ids].flatMap((id) => records.get(placementId(id)) ?? []);
  return JSON.stringify({ format, version: 1, elements, flows, placements }, undefined, 1);
}

/** What a text on the clipboard is; a sentence when it is no part of a microflow. */
export type ReadCopy =
  | { readonly kind: "elements"; readonly copied: CopiedElements }
  | { readonly kind: "refused"; readonly message: string };

/** Reads text from the clipboard, whoever put it there. */
export function readCopiedElements(text: string): ReadCopy {
  const read = readCopiedText(text, { format, words: canvasMessages.copied });
  if (read.kind === "refused") return read;
  const { json } = read;
  const elements = recordsIn(json["elements"], ["element"]);
  const flows = recordsIn(json["flows"], ["sequenceFlow", "annotationFlow"]);
  const placements = recordsIn(json["placements"], ["placement"]);
  if (!elements || !flows || !placements)
    return { kind: "refused", message: canvasMessages.copied.isDamaged };
  return { kind: "elements", copied: { elements, flows, placements } };
}

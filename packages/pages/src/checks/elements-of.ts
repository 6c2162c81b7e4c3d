import type { ElementRecord, ProjectIndex } from "@rivulet/model";

/** The elements of a microflow that run, with those in its loops. */
export function* elementsOf(parent: string, index: ProjectIndex): Generator<ElementRecord> {
  for (const record of index.children(parent)) {
    if (record.type !== "element" || record.isDisabled === true) continue;
    yield record;
    yield* elementsOf(record.id, index);
  }
}

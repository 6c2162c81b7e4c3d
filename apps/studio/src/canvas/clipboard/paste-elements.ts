import { type ActivityCatalog, elementReferences, renameInElement } from "@rivulet/activities";
import type { Transaction } from "@rivulet/document";
import { type ElementRecord, newRecordId, type ProjectIndex } from "@rivulet/model";
import { growLoop, place } from "../editing/placement.ts";
import type { Point } from "../geometry.ts";
import type { CopiedElements } from "./copied-elements.ts";

/** Where copied elements go. */
export interface PasteTarget {
  readonly microflow: string;
  /** The microflow, or a loop in it. */
  readonly parent: string;
  /** Where the upper left corner goes, from the corner of the parent. */
  readonly at: Point;
  readonly catalog: ActivityCatalog;
  readonly index: ProjectIndex;
  /** Names of the variables that are there already. */
  readonly taken: ReadonlySet<string>;
}

/** The variables that elements make. */
function declaredNames(elements: readonly ElementRecord[], { catalog, index }: PasteTarget): string[] {
  return elements.flatMap((element) =>
    elementReferences(element, { catalog, index })
      .filter(({ kind, isDeclaration }) => kind === "variable" && isDeclaration)
      .map(({ name }) => name),
  );
}

/** New names for the variables whose names are taken. */
function renamings(names: readonly string[], taken: ReadonlySet<string>): Map<string, string> {
  const used = new Set([...taken, ...names]);
  const renamed = new Map<string, string>();
  for (const name of names) {
    if (!taken.has(name)) continue;
    let number = 2;
    while (used.has(`${name}_${number}`)) number += 1;
    renamed.set(name, `${name}_${number}`);
    used.add(`${name}_${number}`);
  }
  return renamed;
}

function isAllowed(kind: string, { catalog, parent, microflow }: PasteTarget): boolean {
  if (kind === "start") return false;
  return parent === microflow || (catalog.find(kind)?.allowedIn.includes("loop") ?? true);
}

/**
 * Puts copied elements into a microflow or a loop: with ids of their own, variables renamed whose names are taken,
 * and without flows to what was not copied. Gives the ids of the outermost new elements.
 */
export function pasteElements(
  transaction: Transaction,
  copied: CopiedElements,
  target: PasteTarget,
): string[] {
  const known = new Set(copied.elements.map(({ id }) => id));
  const isOuter = ({ parent }: ElementRecord) => !known.has(parent);
  const kept = copied.elements.filter((element) => !isOuter(element) || isAllowed(element.kind, target));
  const ids = new Map(kept.map(({ id }) => [id, newRecordId()]));
  const names = renamings(declaredNames(kept, target), target.taken);
  const { catalog, index } = target;
  for (const element of kept) {
    const renamed = renameInElement(
      element,
      ({ kind, name }) => (kind === "variable" ? names.get(name) : undefined),
      { catalog, index },
    );
    transaction.add({
      ...renamed,
      id: ids.get(element.id) ?? newRecordId(),
      parent: ids.get(element.parent) ?? target.parent,
    });
  }
  for (const flow of copied.flows) {
    const from = ids.get(flow.from);
    const to = ids.get(flow.to);
    if (from === undefined || to === undefined) continue;
    transaction.add({ ...flow, id: newRecordId(), parent: ids.get(flow.parent) ?? target.parent, from, to });
  }
  return placeCopies(transaction, { copied, kept, ids, target });
}

function placeCopies(
  transaction: Transaction,
  {
    copied,
    kept,
    ids,
    target,
  }: {
    copied: CopiedElements;
    kept: readonly ElementRecord[];
    ids: ReadonlyMap<string, string>;
    target: PasteTarget;
  },
): string[] {
  const places = new Map(copied.placements.map((placement) => [placement.of, placement]));
  const inner = new Set(ids.keys());
  const outer = kept.filter(({ parent }) => !inner.has(parent));
  const corner = {
    x: Math.min(...outer.map(({ id }) => places.get(id)?.x ?? 0)),
    y: Math.min(...outer.map(({ id }) => places.get(id)?.y ?? 0)),
  };
  for (const element of kept) {
    const id = ids.get(element.id);
    const { x = 0, y = 0, ...rest } = places.get(element.id) ?? {};
    const isOuter = !inner.has(element.parent);
    const at = isOuter ? { x: target.at.x + x - corner.x, y: target.at.y + y - corner.y } : { x, y };
    if (id === undefined) continue;
    const size =
      "width" in rest && "height" in rest && rest.width !== undefined && rest.height !== undefined
        ? { width: rest.width, height: rest.height }
        : {};
    place(transaction, id, { ...at, ...size });
  }
  growLoop(transaction, target.parent);
  return outer.flatMap(({ id }) => ids.get(id) ?? []);
}

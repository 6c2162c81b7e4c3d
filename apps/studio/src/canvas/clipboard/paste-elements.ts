import { type ActivityCatalog, elementReferences, renameInElement } from "@rivulet/activities";
import type { Transaction } from "@rivulet/document";
import { type ElementRecord, newRecordId, type ProjectIndex } from "@rivulet/model";
import { elementsIn, growLoop, place, positionOf } from "../editing/placement.ts";
import { type Point, snapMiddle } from "../geometry.ts";
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
 * What may stand where it is pasted, each once, with what is in it. What is in itself, as only a text that nobody
 * copied can say, is in nothing that is pasted.
 */
function keptOf({ elements }: CopiedElements, target: PasteTarget): readonly ElementRecord[] {
  const known = new Map(elements.map((element) => [element.id, element]));
  const inside = Map.groupBy(known.values(), ({ parent }) => (known.has(parent) ? parent : ""));
  const kept = (inside.get("") ?? []).filter(({ kind }) => isAllowed(kind, target));
  for (const element of kept) kept.push(...(inside.get(element.id) ?? []));
  return kept;
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
  const kept = keptOf(copied, target);
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
    const source = transaction.get(from ?? "");
    const end = transaction.get(to ?? "");
    if (source?.type !== "element" || end?.type !== "element" || source.parent !== end.parent) continue;
    transaction.add({ ...flow, id: newRecordId(), parent: source.parent, from: source.id, to: end.id });
  }
  return placeCopies(transaction, { copied, kept, ids, target });
}

/** Where a copy stands, from the corner of all that is pasted. */
interface CopiedPlace extends Point {
  readonly kind: string;
}

/** How far below and beside what was pasted before a copy goes. */
const aside = 28;

/** Where the corner of what is pasted goes: not so that an element would cover another one exactly. */
function freeCorner(
  standing: readonly CopiedPlace[],
  { at: wanted }: PasteTarget,
  places: readonly CopiedPlace[],
): Point {
  const covers = (corner: Point) =>
    places.some(({ kind, x, y }) => {
      const at = snapMiddle(kind, { x: corner.x + x, y: corner.y + y });
      return standing.some((other) => other.kind === kind && other.x === at.x && other.y === at.y);
    });
  let corner = wanted;
  while (covers(corner)) corner = { x: corner.x + aside, y: corner.y + aside };
  return corner;
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
  const isOuter = ({ parent }: ElementRecord) => !ids.has(parent);
  const placeOf = ({ id }: ElementRecord): Point => places.get(id) ?? { x: 0, y: 0 };
  const outer = kept.filter(isOuter);
  const left = Math.min(...outer.map((element) => placeOf(element).x));
  const top = Math.min(...outer.map((element) => placeOf(element).y));
  const fromCorner = (element: ElementRecord) => {
    const { x, y } = placeOf(element);
    return { kind: element.kind, x: x - left, y: y - top };
  };
  const pasted = new Set(ids.values());
  const standing = elementsIn(transaction, target.parent)
    .filter(({ id }) => !pasted.has(id))
    .map(({ id, kind }) => ({ kind, ...positionOf(transaction, id) }));
  const corner = freeCorner(standing, target, outer.map(fromCorner));
  for (const element of kept) {
    const { x, y } = isOuter(element) ? fromCorner(element) : placeOf(element);
    const at = isOuter(element) ? { x: corner.x + x, y: corner.y + y } : { x, y };
    const { width, height } = places.get(element.id) ?? {};
    const size = width !== undefined && height !== undefined ? { width, height } : {};
    place(transaction, ids.get(element.id) ?? "", { ...at, ...size });
  }
  growLoop(transaction, target.parent);
  return outer.flatMap(({ id }) => ids.get(id) ?? []);
}

import { type ElementRecord, type PlacementRecord, type ProjectIndex, placementId } from "@rivulet/model";
import { type Point, sizeOf } from "./geometry.ts";
import type { Box } from "./routing/flow-sides.ts";

/** An element with its box on the whole canvas. */
export interface PlacedElement {
  readonly id: string;
  /** The microflow, or the loop that it is in. */
  readonly parent: string;
  readonly kind: string;
  readonly element: ElementRecord;
  readonly placement: PlacementRecord | undefined;
  readonly box: Box;
}

function placementOf(index: ProjectIndex, id: string): PlacementRecord | undefined {
  const record = index.records.get(placementId(id));
  return record?.type === "placement" ? record : undefined;
}

/** Where an element was when somebody last asked. */
const lastPlaced = new WeakMap<ElementRecord, PlacedElement & { readonly origin: Point }>();

/** An element that stands where it stood comes back as the same object: what is made of it can be kept. */
function place(index: ProjectIndex, element: ElementRecord, origin: Point): PlacedElement {
  const placement = placementOf(index, element.id);
  const last = lastPlaced.get(element);
  const isThere = last?.placement === placement && last?.origin.x === origin.x && last.origin.y === origin.y;
  if (last && isThere) return last;
  const { width, height } = sizeOf(element, placement);
  const box = { x: origin.x + (placement?.x ?? 0), y: origin.y + (placement?.y ?? 0), width, height };
  const { id, parent, kind } = element;
  const placed = { id, parent, kind, element, placement, box, origin };
  lastPlaced.set(element, placed);
  return placed;
}

function collect(index: ProjectIndex, parent: string, origin: Point, into: PlacedElement[]): void {
  for (const element of index.children(parent)) {
    if (element.type !== "element") continue;
    const placed = place(index, element, origin);
    into.push(placed);
    collect(index, element.id, placed.box, into);
  }
}

/** One answer for each index: an index never changes, and everything on the canvas asks. */
const known = new WeakMap<ProjectIndex, Map<string, readonly PlacedElement[]>>();

/**
 * All elements of a microflow with their boxes on the whole canvas, loops before what is in them. Places inside a
 * loop count from its corner in the document; here everything counts from the corner of the canvas. What did not move
 * or change since another index is the same object.
 */
export function placedElements(index: ProjectIndex, microflow: string): readonly PlacedElement[] {
  const flows = known.get(index) ?? new Map<string, readonly PlacedElement[]>();
  known.set(index, flows);
  const present = flows.get(microflow);
  if (present) return present;
  const placed: PlacedElement[] = [];
  collect(index, microflow, { x: 0, y: 0 }, placed);
  flows.set(microflow, placed);
  return placed;
}

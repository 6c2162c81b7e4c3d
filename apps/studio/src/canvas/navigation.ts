import type { SequenceFlowRecord } from "@rivulet/model";
import { type Drawing, select, selectedElement, selectedFlow, selectionOf } from "./drawing.ts";
import { type Direction, neighbourOf } from "./neighbour.ts";
import type { OpenCanvas } from "./open-canvas.ts";
import { type PlacedElement, placedElements } from "./placed-elements.ts";
import { endsOf } from "./return-value.ts";

function placedIn({ project, microflow }: Drawing): readonly PlacedElement[] {
  return placedElements(project.index, microflow);
}

/** Selects an element and brings it on the screen. */
function goTo({ drawing, view }: OpenCanvas, placed: PlacedElement | undefined): void {
  if (!placed) return;
  select(drawing, [placed.id]);
  view.reveal(placed.box);
}

export function goToStart(canvas: OpenCanvas): void {
  goTo(
    canvas,
    placedIn(canvas.drawing).find(({ kind }) => kind === "start"),
  );
}

/** Goes to the first end event, then to the next one. */
export function goToEnd(canvas: OpenCanvas): void {
  const { drawing } = canvas;
  const ends = endsOf(drawing.project, drawing.microflow).map(({ id }) => id);
  const next = ends[(ends.indexOf(selectionOf(drawing)[0] ?? "") + 1) % Math.max(1, ends.length)];
  goTo(
    canvas,
    placedIn(drawing).find(({ id }) => id === next),
  );
}

/** The leftmost element of the selected loop. */
function firstInside(drawing: Drawing): PlacedElement | undefined {
  const loop = selectedElement(drawing);
  const inside = loop ? placedIn(drawing).filter(({ parent }) => parent === loop.id) : [];
  return inside.toSorted((left, right) => left.box.x - right.box.x)[0];
}

/** Whether a loop is selected that holds something. */
export function canEnterLoop(drawing: Drawing): boolean {
  return firstInside(drawing) !== undefined;
}

export function enterLoop(canvas: OpenCanvas): void {
  goTo(canvas, firstInside(canvas.drawing));
}

/** Whether an element inside a loop is selected. */
export function canLeaveLoop(drawing: Drawing): boolean {
  const element = selectedElement(drawing);
  return element !== undefined && element.parent !== drawing.microflow;
}

export function leaveLoop(canvas: OpenCanvas): void {
  const parent = selectedElement(canvas.drawing)?.parent;
  goTo(
    canvas,
    placedIn(canvas.drawing).find(({ id }) => id === parent),
  );
}

/** The flows that leave the selected element, or the element that the selected flow leaves. */
function flowsBehind(drawing: Drawing): readonly SequenceFlowRecord[] {
  const selected = selectedFlow(drawing);
  const from = selected?.from ?? selectedElement(drawing)?.id;
  const parent = selected?.parent ?? selectedElement(drawing)?.parent;
  if (from === undefined || parent === undefined) return [];
  const flows = drawing.project.index.children(parent).filter((record) => record.type === "sequenceFlow");
  return flows.filter((flow) => flow.from === from);
}

/** Whether a sequence flow leaves what is selected. */
export function canGoToFlow(drawing: Drawing): boolean {
  return flowsBehind(drawing).length > 0;
}

/** Selects the flow behind the selected element; with a flow selected, the next one of the same element. */
export function goToFlow({ drawing }: OpenCanvas): void {
  const flows = flowsBehind(drawing);
  const at = flows.findIndex(({ id }) => id === selectedFlow(drawing)?.id);
  const next = flows[(at + 1) % flows.length];
  if (next) select(drawing, [next.id]);
}

/** Where the keys go from a flow: forward to its end, back to its beginning. */
const endOfFlow: Readonly<Record<Direction, "from" | "to">> = {
  left: "from",
  up: "from",
  right: "to",
  down: "to",
};

/** Goes to the nearest element in a direction, in the same loop; from nowhere, to the start. */
export function goToNeighbour(
  canvas: OpenCanvas,
  direction: Direction,
  { extendsSelection = false }: { readonly extendsSelection?: boolean } = {},
): void {
  const { drawing, view } = canvas;
  const placed = placedIn(drawing);
  const selected = selectionOf(drawing);
  const flow = selectedFlow(drawing);
  if (flow)
    return goTo(
      canvas,
      placed.find(({ id }) => id === flow[endOfFlow[direction]]),
    );
  const from = placed.find(({ id }) => id === selected.at(-1));
  const siblings = placed.filter(({ parent }) => parent === from?.parent);
  const next = from ? neighbourOf(siblings, from, direction) : placed.find(({ kind }) => kind === "start");
  if (!next) return;
  if (!extendsSelection) return goTo(canvas, next);
  select(drawing, [...selected.filter((id) => id !== next.id), next.id]);
  view.reveal(next.box);
}

import type { ElementRecord, SequenceFlowRecord } from "@rivulet/model";
import { type InsertionPlace, insertActivity } from "./actions/add-activity.ts";
import { openEndsOf } from "./actions/drop-elements.ts";
import { type Drawing, isReadOnly, selectedElement, selectedFlow } from "./drawing.ts";
import type { Point } from "./geometry.ts";
import { frontCanvas, type OpenCanvas } from "./open-canvas.ts";
import { placedElements } from "./placed-elements.ts";
import { endsOf } from "./return-value.ts";

function flowsIn({ project }: Drawing, parent: string): SequenceFlowRecord[] {
  return project.index.children(parent).filter((record) => record.type === "sequenceFlow");
}

function behind(drawing: Drawing, element: ElementRecord): InsertionPlace | undefined {
  const flows = flowsIn(drawing, element.parent);
  const leaving = flows.filter(({ from }) => from === element.id);
  const flow = leaving.find(({ isErrorHandler }) => !isErrorHandler);
  if (flow) return { kind: "flow", flow: flow.id };
  const leaves = drawing.project.catalog.find(element.kind)?.outcomes.kind;
  if (leaves === "next" || leaves === "byExpression") return { kind: "after", element: element.id };
  const leading = leaves === "end" ? flows.find(({ to }) => to === element.id) : undefined;
  return leading && { kind: "flow", flow: leading.id };
}

/** The rightmost open end outside of loops. */
function lastOpenEnd(drawing: Drawing): string | undefined {
  const open = openEndsOf(drawing);
  return placedElements(drawing.project.index, drawing.microflow)
    .filter(({ id, parent }) => parent === drawing.microflow && open.has(id))
    .toSorted((left, right) => left.box.x - right.box.x)
    .at(-1)?.id;
}

/** Where the drawing goes on: behind the selection, else at an open end, else before the end event. */
export function placeBehind(drawing: Drawing): InsertionPlace | undefined {
  const flow = selectedFlow(drawing);
  if (flow) return { kind: "flow", flow: flow.id };
  const element = selectedElement(drawing);
  const place = element && behind(drawing, element);
  if (place) return place;
  const open = lastOpenEnd(drawing);
  if (open !== undefined) return { kind: "after", element: open };
  const ends = new Set(endsOf(drawing.project, drawing.microflow).map(({ id }) => id));
  const last = flowsIn(drawing, drawing.microflow).findLast(({ to }) => ends.has(to));
  return last && { kind: "flow", flow: last.id };
}

/** Where a new activity of a kind goes: into the selected loop, else where the drawing goes on. */
function placeFor(drawing: Drawing, kind: string): InsertionPlace | undefined {
  const { project, microflow } = drawing;
  const leaves = project.catalog.find(kind)?.outcomes.kind;
  if (leaves === "none") return undefined;
  const element = selectedElement(drawing);
  const isEmptyLoop =
    element !== undefined &&
    project.catalog.find(element.kind)?.hasBody === true &&
    !placedElements(project.index, microflow).some(({ parent }) => parent === element.id);
  if (isEmptyLoop) return { kind: "loop", loop: element.id };
  const place = placeBehind(drawing);
  return leaves === "end" && place?.kind === "flow" ? undefined : place;
}

/** Opens the list of activities for the place where the drawing goes on. */
export function insertBehind({ drawing, view }: OpenCanvas): void {
  const place = placeBehind(drawing);
  if (place) view.openQuickAdd(place);
}

/** Where an activity goes that belongs nowhere yet. */
const loose: InsertionPlace = { kind: "canvas", at: { x: 120, y: 260 } };

/** Adds an activity to the canvas in front where its drawing goes on: behind the selection, else at its open end. */
export function addToFrontCanvas(kind: string): void {
  const canvas = frontCanvas();
  if (!canvas || isReadOnly(canvas.drawing)) return;
  const id = insertActivity(canvas.drawing, kind, placeFor(canvas.drawing, kind) ?? loose);
  if (id !== undefined) revealElement(canvas, id);
}

/** Brings an element on the screen; gives how far the canvas slides for it. */
export function revealElement({ drawing, view }: OpenCanvas, id: string): Point | undefined {
  const placed = placedElements(drawing.project.index, drawing.microflow).find((one) => one.id === id);
  return placed && view.reveal(placed.box);
}

import type { ElementRecord, PlacementRecord } from "@rivulet/model";

/** A place on the canvas, in canvas units (pixels at 100 %). */
export interface Point {
  readonly x: number;
  readonly y: number;
}
/** Width and height in canvas units. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How an element is drawn. */
export type ElementForm =
  | "card"
  | "start"
  | "end"
  | "errorEvent"
  | "decision"
  | "merge"
  | "loop"
  | "parameter"
  | "annotation";

const formsOfKinds: Readonly<Record<string, ElementForm>> = {
  start: "start",
  end: "end",
  errorEvent: "errorEvent",
  decision: "decision",
  merge: "merge",
  loop: "loop",
  parameter: "parameter",
  annotation: "annotation",
};

/** The form in which an element of a kind is drawn; every activity is a card. */
export function formOf(kind: string): ElementForm {
  return formsOfKinds[kind] ?? "card";
}

/** Sizes of the forms (design look.md, "Canvas"); a loop and an annotation can have another one in their placement. */
export const sizesOfForms: Readonly<Record<ElementForm, Size>> = {
  card: { width: 188, height: 60 },
  start: { width: 32, height: 32 },
  end: { width: 32, height: 32 },
  errorEvent: { width: 32, height: 32 },
  decision: { width: 64, height: 64 },
  merge: { width: 36, height: 36 },
  loop: { width: 520, height: 200 },
  parameter: { width: 160, height: 44 },
  annotation: { width: 200, height: 72 },
};

/** Height of a loop's header; its body is below. */
export const loopHeaderHeight = 36;
/** Space between an element and the frame of its loop. */
export const loopPadding = 28;
/** Space between two elements in a row. */
export const elementGap = 56;
/** Elements snap to this grid. */
export const gridSize = 4;

/** The size of an element: its form's, or what its placement says where people may resize it. */
export function sizeOf(element: ElementRecord, placement: PlacementRecord | undefined): Size {
  const { width, height } = sizesOfForms[formOf(element.kind)];
  return { width: placement?.width ?? width, height: placement?.height ?? height };
}

/** The nearest point of the grid. */
export function snap({ x, y }: Point): Point {
  return { x: Math.round(x / gridSize) * gridSize, y: Math.round(y / gridSize) * gridSize };
}

/**
 * The corner nearest to this one with which the middle of an element is on the grid, so that a flow between elements of
 * different forms is straight.
 *
 * @example snapMiddle("createList", { x: 1, y: 1 }) // { x: 2, y: 2 }: a card is 188 x 60
 */
export function snapMiddle(kind: string, { x, y }: Point): Point {
  const { width, height } = sizesOfForms[formOf(kind)];
  const middle = snap({ x: x + width / 2, y: y + height / 2 });
  return { x: middle.x - width / 2, y: middle.y - height / 2 };
}

import type { InsertionPlace } from "./actions/add-activity.ts";
import type { Drawing } from "./drawing.ts";
import type { FlowWay } from "./editing/flow-ways.ts";
import type { Point } from "./geometry.ts";
import type { WaysTarget } from "./popups/use-popup.ts";
import type { Box } from "./routing/flow-sides.ts";

/** What can be done to what the screen shows of a drawing, without changing the drawing. */
export interface CanvasView {
  readonly openDialog: (element: string) => void;
  readonly openRename: (element: string, what: "variable" | "caption") => void;
  /** The list of activities, for a place in the sequence; `slide` is how far the canvas is about to slide. */
  readonly openQuickAdd: (place: InsertionPlace, slide?: Point) => void;
  /** The list of the elements to which a flow can lead from one, for a certain way where one is given. */
  readonly openConnect: (from: string, way?: FlowWay) => void;
  /** The menu of what a flow from an element may be for. */
  readonly openWays: (from: string, to: WaysTarget) => void;
  /** The menu of a record, or of the empty canvas. */
  readonly openMenu: (record?: string) => void;
  /** Brings a box of the canvas on the screen when it is not there; gives how far the canvas slides for it. */
  readonly reveal: (box: Box) => Point;
  readonly zoomBy: (factor: number) => void;
  readonly zoomTo: (zoom: number) => void;
  /** Shows these elements as large as they fit; all when left out. */
  readonly fit: (elements?: readonly string[]) => void;
  /** Where the pointer is on the canvas, or the middle of what is seen. */
  readonly pointer: () => Point;
}

/** A canvas on the screen: what it draws, and what it shows of it. */
export interface OpenCanvas {
  readonly drawing: Drawing;
  readonly view: CanvasView;
}

let front: OpenCanvas | undefined;

/** The canvas in front, if there is one. */
export function frontCanvas(): OpenCanvas | undefined {
  return front;
}

/**
 * Makes a canvas the one in front, while it is shown; returns what ends that.
 *
 * @example useEffect(() => attachCanvas(canvas), [canvas])
 */
export function attachCanvas(canvas: OpenCanvas): () => void {
  front = canvas;
  return () => {
    if (front === canvas) front = undefined;
  };
}

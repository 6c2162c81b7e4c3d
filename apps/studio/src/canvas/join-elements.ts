import { tell } from "../clipboard/system-clipboard.ts";
import { canvasMessages } from "../messages/canvas-messages.ts";
import { connectElements, faultBetween, waysBetween, waysFrom } from "./actions/connect-elements.ts";
import type { LooseFlow } from "./editing/add-joined.ts";
import type { ConnectionEnds } from "./editing/connection-rules.ts";
import type { Point } from "./geometry.ts";
import type { OpenCanvas } from "./open-canvas.ts";
import { placedElements } from "./placed-elements.ts";
import { contains } from "./routing/obstacles.ts";

/**
 * Joins two elements that somebody has chosen. Where a flow could leave the first in more than one way, a menu asks
 * for which it is; why they cannot be joined is told.
 */
export function joinElements({ drawing, view }: OpenCanvas, ends: ConnectionEnds): void {
  const fault = faultBetween(drawing, ends);
  if (fault === undefined && waysBetween(drawing, ends).length > 0)
    view.openWays(ends.from, { kind: "element", element: ends.to });
  else tell(fault ?? connectElements(drawing, ends));
}

/** As {@link joinNew}, where the flow was let go with the mouse: in a loop only inside its frame. */
export function joinNewWhereLetGo(
  canvas: OpenCanvas,
  flow: Pick<LooseFlow, "element" | "side">,
  at: Point,
): void {
  const { project, microflow } = canvas.drawing;
  const placed = placedElements(project.index, microflow);
  const parent = placed.find(({ id }) => id === flow.element)?.parent;
  const loop = placed.find(({ id }) => id === parent);
  if (loop && !contains(loop.box, at)) tell(canvasMessages.faults.outsideLoop);
  else joinNew(canvas, flow, at);
}

/**
 * Opens the list of activities where a flow was let go on nothing, at a point of the canvas: what is chosen comes to
 * stand there and is joined. Where the flow could mean more than one thing, a menu asks for that first.
 */
export function joinNew(
  { drawing, view }: OpenCanvas,
  { element, side }: Pick<LooseFlow, "element" | "side">,
  at: Point,
): void {
  const joined = drawing.project.record(element);
  const isInSequence =
    joined?.type === "element" && drawing.project.catalog.find(joined.kind)?.outcomes.kind !== "none";
  if (!isInSequence) return;
  if (side === "behind" && waysFrom(drawing, element).length > 0) view.openWays(element, { kind: "new", at });
  else view.openQuickAdd({ kind: "joined", flow: { element, side, way: { kind: "ordinary" } }, at });
}

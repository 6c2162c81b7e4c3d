import { tell } from "../clipboard/system-clipboard.ts";
import { connectElements, faultBetween, waysBetween } from "./actions/connect-elements.ts";
import type { ConnectionEnds } from "./editing/connection-rules.ts";
import type { OpenCanvas } from "./open-canvas.ts";

/**
 * Joins two elements that somebody has chosen. Where a flow could leave the first in more than one way, a menu asks
 * for which it is; why they cannot be joined is told.
 */
export function joinElements({ drawing, view }: OpenCanvas, ends: ConnectionEnds): void {
  const fault = faultBetween(drawing, ends);
  if (fault === undefined && waysBetween(drawing, ends).length > 0) view.openWays(ends);
  else tell(fault ?? connectElements(drawing, ends));
}

import type { Viewport } from "@xyflow/react";
import type { Size } from "./geometry.ts";
import { type Box, boundsOf } from "./routing/flow-sides.ts";

const margin = 32;
/** Below this size the captions of cards can no longer be read. */
const readableZoom = 0.6;

/**
 * What a drawing shows when it is opened: all of it where that can be read, else its beginning at the left.
 *
 * @example openView([{ x: 0, y: 0, width: 400, height: 100 }], { width: 800, height: 600 }).zoom // 1
 */
export function openView(boxes: readonly Box[], screen: Size): Viewport {
  const all = boundsOf(boxes);
  if (!all || screen.width === 0) return { x: margin, y: margin, zoom: 1 };
  const fitting = Math.min(
    (screen.width - 2 * margin) / all.width,
    (screen.height - 2 * margin) / all.height,
    1,
  );
  const zoom = Math.max(fitting, readableZoom);
  const spare = { x: screen.width - all.width * zoom, y: screen.height - all.height * zoom };
  return {
    x: (spare.x >= 2 * margin ? spare.x / 2 : margin) - all.x * zoom,
    y: (spare.y >= 2 * margin ? spare.y / 2 : margin) - all.y * zoom,
    zoom,
  };
}

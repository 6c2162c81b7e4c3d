import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import type { Point, Size } from "./geometry.ts";

/**
 * How far a drawing slides when its canvas has another size, so that what was in the middle stays there; not at all
 * while there is nothing to see.
 *
 * @example slideOfResize({ width: 800, height: 600 }, { width: 800, height: 400 }) // { x: 0, y: -100 }
 */
export function slideOfResize(before: Size, after: Size): Point {
  const isSeen = before.width > 0 && before.height > 0 && after.width > 0 && after.height > 0;
  if (!isSeen) return { x: 0, y: 0 };
  return { x: (after.width - before.width) / 2, y: (after.height - before.height) / 2 };
}

/** Keeps the middle of the drawing in the middle: a pane that unfolds below, such as the result of a run, hides no half. */
export function useKeptCentre(): void {
  const store = useStoreApi();
  const { getViewport, setViewport } = useReactFlow();
  useEffect(() => {
    const sizeNow = (): Size => ({ width: store.getState().width, height: store.getState().height });
    let size = sizeNow();
    return store.subscribe(() => {
      const now = sizeNow();
      if (now.width === size.width && now.height === size.height) return;
      const slide = slideOfResize(size, now);
      size = now;
      if (slide.x === 0 && slide.y === 0) return;
      const { x, y, zoom } = getViewport();
      void setViewport({ x: x + slide.x, y: y + slide.y, zoom });
    });
  }, [store, getViewport, setViewport]);
}

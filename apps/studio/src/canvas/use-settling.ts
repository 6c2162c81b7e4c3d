import { placementId } from "@rivulet/model";
import { type Dispatch, type SetStateAction, useMemo } from "react";
import type { OverlayStore } from "./canvas-overlay.ts";
import { DragCancel } from "./drag-cancel.ts";
import type { Drawing } from "./drawing.ts";
import { sizeOf } from "./geometry.ts";
import type { ElementNode } from "./projection.ts";
import { putBack } from "./put-back.ts";

/** Draws elements as the document has them. */
export type Settle = (elements: readonly string[]) => void;

/**
 * What ends a drag. Esc gives it up. What was let go stands where the document has it, also where that took nothing of
 * the drag, and so does not say that anything changed.
 */
export function useSettling({
  drawing,
  overlay,
  setNodes,
}: {
  readonly drawing: Drawing;
  readonly overlay: OverlayStore;
  readonly setNodes: Dispatch<SetStateAction<ElementNode[]>>;
}): { readonly cancel: DragCancel; readonly settle: Settle } {
  return useMemo(() => {
    const placeOf = (id: string) => {
      const element = drawing.project.record(id);
      const placed = drawing.project.record(placementId(id));
      if (element?.type !== "element" || placed?.type !== "placement") return undefined;
      const { x, y } = placed;
      return { x, y, ...sizeOf(element, placed) };
    };
    const cancel = new DragCancel(() => {
      overlay.setState({ dropTarget: undefined });
      setNodes((nodes) => putBack(nodes, placeOf));
    });
    const settle = (elements: readonly string[]) => {
      const settled = new Set(elements);
      setNodes((nodes) => putBack(nodes, placeOf, ({ id }) => settled.has(id)));
    };
    return { cancel, settle };
  }, [drawing, overlay, setNodes]);
}

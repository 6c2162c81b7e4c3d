import { useMemo } from "react";
import { dropElements, targetAt } from "./actions/drop-elements.ts";
import type { OverlayStore } from "./canvas-overlay.ts";
import type { DragCancel } from "./drag-cancel.ts";
import { draggedMoves } from "./dragged-moves.ts";
import type { Drawing } from "./drawing.ts";
import { type DropTarget, targetRecord } from "./drop-target.ts";
import { placedElements } from "./placed-elements.ts";
import type { ElementNode } from "./projection.ts";
import type { Settle } from "./use-settling.ts";

/** Shows what would take the thing that is being dragged. */
export function showTarget(overlay: OverlayStore, target: DropTarget | undefined): void {
  const dropTarget = target && targetRecord(target);
  if (overlay.getState().dropTarget !== dropTarget) overlay.setState({ dropTarget });
}

/** Whether no flow begins or ends at an element: it can go into a flow. */
function isFree({ project }: Drawing, { id, parent }: { readonly id: string; readonly parent: string }) {
  return !project.index
    .children(parent)
    .some((flow) => flow.type === "sequenceFlow" && (flow.from === id || flow.to === id));
}

interface Canvas {
  readonly drawing: Drawing;
  readonly overlay: OverlayStore;
}

/** Dragging elements: what lies under them lights up, and they go there when they are let go. */
export function useElementDrag({ drawing, overlay }: Canvas, cancel: DragCancel, settle: Settle) {
  return useMemo(() => {
    const { project, microflow } = drawing;
    const placed = () => placedElements(project.index, microflow);
    const movesOf = (dragged: readonly ElementNode[], grabbed: string) =>
      draggedMoves(dragged, placed(), { microflow, grabbed });

    /** Where what the hand holds would go; into a flow or behind an open end only when it is alone. */
    const targetOf = (dragged: readonly ElementNode[], grabbed: string): DropTarget | undefined => {
      const move = movesOf(dragged, grabbed).find(({ id }) => id === grabbed);
      const present = placed().find(({ id }) => id === grabbed);
      if (!move || !present) return undefined;
      const parent = placed().find(({ id }) => id === move.parent)?.box ?? { x: 0, y: 0 };
      const at = {
        x: parent.x + move.position.x + present.box.width / 2,
        y: parent.y + move.position.y + present.box.height / 2,
      };
      if (dragged.length === 1 && isFree(drawing, present)) return targetAt(drawing, at, new Set([grabbed]));
      const { x, y } = parent;
      return move.parent === microflow
        ? undefined
        : { kind: "loop", loop: move.parent, corner: { x, y }, at };
    };

    return {
      onNodeDragStart: () => cancel.begin(),
      onNodeDrag: (_event: unknown, { id }: ElementNode, dragged: ElementNode[]) =>
        showTarget(overlay, cancel.isCancelled ? undefined : targetOf(dragged, id)),
      onNodeDragStop: (_event: unknown, { id }: ElementNode, dragged: ElementNode[]) => {
        const target = targetOf(dragged, id);
        showTarget(overlay, undefined);
        if (!cancel.end()) return;
        dropElements(drawing, movesOf(dragged, id), target);
        settle(dragged.map((node) => node.id));
      },
    };
  }, [drawing, overlay, cancel, settle]);
}

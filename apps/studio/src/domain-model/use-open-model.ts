import { getViewportForBounds, useReactFlow, useStoreApi } from "@xyflow/react";
import { type RefObject, useCallback, useEffect, useMemo } from "react";
import { neighbourOf } from "../canvas/neighbour.ts";
import { boundsOf } from "../canvas/routing/flow-sides.ts";
import { useProject } from "../project/use-project.tsx";
import { tabKey, useWorkspace } from "../workspace/workspace.ts";
import { type DomainModelProjector, drawnBoxes, entityBoxes } from "./domain-model-projection.ts";
import type { ModelActions } from "./model-actions.ts";
import { attachModel } from "./open-model.ts";

/** Milliseconds of a movement that explains where something is. */
const duration = 140;

/** What keys and commands can do to what the screen shows of a domain model. */
function useModelView(projector: DomainModelProjector) {
  const project = useProject();
  const flow = useReactFlow();
  const store = useStoreApi();
  return useMemo(
    () => ({
      zoomBy: (factor: number) => void flow.zoomTo(flow.getZoom() * factor, { duration }),
      fit: () => {
        const { width, height, minZoom } = store.getState();
        const bounds = boundsOf(drawnBoxes(projector.project(project.index)));
        if (!bounds) return;
        void flow.setViewport(getViewportForBounds(bounds, width, height, minZoom, 1, 0.08), { duration });
      },
    }),
    [projector, project, flow, store],
  );
}

/** Adds an entity in the middle of what is seen, a little above it. */
function useAddInMiddle(frame: RefObject<HTMLElement | null>, actions: ModelActions): () => void {
  const { screenToFlowPosition } = useReactFlow();
  return useCallback(() => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    const { x, y, width, height } = box;
    actions.addNear(screenToFlowPosition({ x: x + width / 2 - 90, y: y + height / 3 }));
  }, [frame, actions, screenToFlowPosition]);
}

interface ShownModel {
  readonly frame: RefObject<HTMLElement | null>;
  readonly actions: ModelActions;
  readonly projector: DomainModelProjector;
}

/** Lets keys and commands act on a domain model while it is shown; gives what a button in it needs, too. */
export function useOpenModel(
  module: string,
  { frame, actions, projector }: ShownModel,
): { readonly addInMiddle: () => void } {
  const project = useProject();
  const view = useModelView(projector);
  const addInMiddle = useAddInMiddle(frame, actions);
  useEffect(() => {
    const key = tabKey({ kind: "domainModel", module });
    const selected = () => useWorkspace.getState().selections[key] ?? [];
    const boxes = () => [...entityBoxes(project.index, module)].map(([id, box]) => ({ id, box }));
    return attachModel({
      ...view,
      actions,
      selected,
      addInMiddle,
      selectAll: () => actions.select(boxes().map(({ id }) => id)),
      selectNext: (direction) => {
        const from = boxes().find(({ id }) => id === selected()[0]);
        const next = from ? neighbourOf(boxes(), from, direction) : boxes()[0];
        if (next) actions.select([next.id]);
      },
    });
  }, [project, module, actions, addInMiddle, view]);
  return { addInMiddle };
}

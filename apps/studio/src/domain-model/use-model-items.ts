import { applyNodeChanges, type EdgeChange, type NodeChange } from "@xyflow/react";
import { useMemo } from "react";
import { DragCancel } from "../canvas/drag-cancel.ts";
import { putBack } from "../canvas/put-back.ts";
import { withSelectChanges } from "../canvas/select-changes.ts";
import { useDrawnItems } from "../canvas/use-drawn-items.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import { tabKey, useSelection, useWorkspace } from "../workspace/workspace.ts";
import {
  DomainModelProjector,
  type EntityNode,
  entityBoxes,
  type ModelEdge,
} from "./domain-model-projection.ts";
import type { ModelActions } from "./model-actions.ts";

/** What is drawn, with what is selected and dragged right now, and what the canvas library may change of it. */
export function useModelItems(module: string, { select, place }: ModelActions) {
  const project = useProject();
  const index = useIndex();
  const key = tabKey({ kind: "domainModel", module });
  const selected = useSelection(key);
  const projector = useMemo(() => new DomainModelProjector(module), [module]);
  const projection = useMemo(() => projector.project(index), [projector, index]);
  const { nodes, edges, setNodes } = useDrawnItems(projection, selected);
  const changes = useMemo(() => {
    const placeOf = (id: string) => entityBoxes(project.index, module).get(id);
    const cancel = new DragCancel(() => setNodes((current) => putBack(current, placeOf)));
    const takeSelection = (reported: readonly (NodeChange<EntityNode> | EdgeChange<ModelEdge>)[]) => {
      const present = useWorkspace.getState().selections[key] ?? [];
      const next = withSelectChanges(present, reported);
      if (next !== present) select(next);
    };
    return {
      onNodesChange: (reported: NodeChange<EntityNode>[]) => {
        takeSelection(reported);
        if (cancel.isCancelled) return;
        const moving = reported.filter((change) => change.type === "position");
        if (moving.length > 0) setNodes((current) => applyNodeChanges(moving, current));
      },
      onEdgesChange: (reported: EdgeChange<ModelEdge>[]) => takeSelection(reported),
      onNodeDragStart: () => cancel.begin(),
      onNodeDragStop: (_event: unknown, _node: unknown, dragged: EntityNode[]) => {
        if (cancel.end()) place(new Map(dragged.map(({ id, position }) => [id, position])));
      },
    };
  }, [project, module, key, select, place, setNodes]);
  return { projector, nodes, edges, changes };
}

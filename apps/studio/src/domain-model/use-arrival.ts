import { useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import { useProject } from "../project/use-project.tsx";
import { useWorkspace } from "../workspace/workspace.ts";
import { entityBoxes } from "./domain-model-projection.ts";

/** Brings an entity into the middle when somebody came here to see it. */
export function useArrival(module: string): void {
  const project = useProject();
  const { setCenter, getZoom } = useReactFlow();
  const destination = useWorkspace((state) => state.destination);
  useEffect(() => {
    if (destination?.target.kind !== "domainModel" || destination.target.module !== module) return;
    const box = entityBoxes(project.index, module).get(destination.records[0] ?? "");
    if (box)
      void setCenter(box.x + box.width / 2, box.y + box.height / 2, {
        zoom: Math.max(getZoom(), 0.8),
        duration: 160,
      });
    useWorkspace.getState().arrive();
  }, [destination, module, project, setCenter, getZoom]);
}

import { placementId } from "@rivulet/model";
import { MicroflowProjector } from "../../apps/studio/src/canvas/projection.ts";
import { StudioProject } from "../../apps/studio/src/project/studio-project.ts";
import type { PrepareSubject } from "../harness/measure.ts";
import { activityId, largeProject, microflowId } from "./large-microflow.ts";

/** Moves one activity of 1,000 in the editor's document, and makes what the canvas draws. */
export const oneEdit: PrepareSubject = () => {
  const records = [...largeProject(1_000).values()];
  const project = new StudioProject({ records, hashes: {} }, { activities: [], modules: [] });
  const projector = new MicroflowProjector(microflowId);
  projector.project(project.index);
  const id = placementId(activityId(500));
  let x = 0;
  return () => {
    x += 4;
    project.store.transact("Move activity", (transaction) => transaction.update("placement", id, { x }));
    return projector.project(project.index).nodes.length;
  };
};

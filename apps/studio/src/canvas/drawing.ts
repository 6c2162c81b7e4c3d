import type { ElementRecord, ProjectRecord, SequenceFlowRecord } from "@rivulet/model";
import type { StudioProject } from "../project/studio-project.ts";
import { tabKey, workspace } from "../workspace/workspace.ts";

/** The microflow that a canvas shows and changes. */
export interface Drawing {
  readonly project: StudioProject;
  /** Id of the microflow. */
  readonly microflow: string;
}

const keyOf = ({ microflow }: Drawing) => tabKey({ kind: "microflow", id: microflow });

/** Ids of what is selected in a drawing at this moment. */
export function selectionOf(drawing: Drawing): readonly string[] {
  return workspace.getState().selections[keyOf(drawing)] ?? [];
}

/** Selects records of a drawing. */
export function select(drawing: Drawing, records: readonly string[]): void {
  workspace.getState().select(keyOf(drawing), records);
}

/** Whether nobody can change the drawing: it belongs to a connector. */
export function isReadOnly({ project, microflow }: Drawing): boolean {
  return project.isReadOnly(microflow);
}

/** The records that are selected and still there. */
function selectedRecords(drawing: Drawing): readonly ProjectRecord[] {
  return selectionOf(drawing).flatMap((id) => drawing.project.record(id) ?? []);
}

/** The selected elements, without flows. */
export function selectedElements(drawing: Drawing): readonly ElementRecord[] {
  return selectedRecords(drawing).filter((record) => record.type === "element");
}

/** What is selected when it is one record only. */
function onlySelected(drawing: Drawing): ProjectRecord | undefined {
  const [only, ...others] = selectedRecords(drawing);
  return others.length === 0 ? only : undefined;
}

/** The only selected record when it is an element. */
export function selectedElement(drawing: Drawing): ElementRecord | undefined {
  const only = onlySelected(drawing);
  return only?.type === "element" ? only : undefined;
}

/** The only selected record when it is a sequence flow. */
export function selectedFlow(drawing: Drawing): SequenceFlowRecord | undefined {
  const only = onlySelected(drawing);
  return only?.type === "sequenceFlow" ? only : undefined;
}

import type { ActivityDefinition } from "@rivulet/activities";
import { unreachable } from "@rivulet/values";
import type { InsertionPlace } from "../actions/add-activity.ts";
import { viewOf } from "../actions/connect-elements.ts";
import type { Drawing } from "../drawing.ts";
import { mayEndAt } from "../editing/add-joined.ts";

/** The microflow or the loop that something comes to stand in at a place. */
function parentAt({ project, microflow }: Drawing, place: InsertionPlace): string {
  const parentOf = (id: string) => {
    const record = project.record(id);
    return record?.type === "element" || record?.type === "sequenceFlow" ? record.parent : microflow;
  };
  switch (place.kind) {
    case "flow":
      return parentOf(place.flow);
    case "after":
      return parentOf(place.element);
    case "joined":
      return parentOf(place.flow.element);
    case "loop":
      return place.loop;
    case "canvas":
      return microflow;
    default:
      return unreachable(place);
  }
}

/** Whether a run may end at a place: not in the middle of a flow. */
function mayEnd({ project }: Drawing, place: InsertionPlace): boolean {
  if (place.kind === "joined") return mayEndAt(viewOf(project), project.catalog, place.flow);
  return place.kind !== "flow";
}

/** Whether the list of activities offers a kind for a place. */
export function canStandAt(
  drawing: Drawing,
  place: InsertionPlace,
  { outcomes, allowedIn }: ActivityDefinition,
): boolean {
  if (outcomes.kind === "none" || (outcomes.kind === "end" && !mayEnd(drawing, place))) return false;
  const isInLoop = parentAt(drawing, place) !== drawing.microflow;
  return allowedIn.includes(isInLoop ? "loop" : "microflow");
}

import { changeObject, microflowCall, readField } from "@rivulet/activities";
import type { ElementRecord, ProjectIndex, WidgetRecord } from "@rivulet/model";
import { pagingParameter, showsList } from "../paging.ts";
import { sourceOf } from "../widget-scope.ts";
import { elementsOf } from "./elements-of.ts";
import type { PageFinding } from "./page-finding.ts";

/** Whether an element may say that a list has more: it sets `HasMore`, or gives the object to a microflow that may. */
function mayGoOn({ kind, fields }: ElementRecord, paging: string): boolean {
  if (kind === changeObject.kind) {
    const members = readField("memberAssignments", fields["members"]) ?? [];
    return members.some(({ member }) => member === "HasMore");
  }
  if (kind !== microflowCall.kind) return false;
  const call = readField("microflowCall", fields["call"]);
  return Object.values(call?.arguments ?? {}).some((text) => text.trim() === `$${paging}`);
}

/** A list that is read page by page, and ends after its first page because nobody ever says that there is more. */
export function checkPaging(widget: WidgetRecord, index: ProjectIndex): PageFinding[] {
  const source = sourceOf(widget);
  if (source?.kind !== "microflow" || !showsList(widget)) return [];
  const paging = pagingParameter(source.microflow, index)?.name;
  const microflow = index.microflow(source.microflow);
  if (paging === undefined || !microflow) return [];
  if (elementsOf(microflow.id, index).some((element) => mayGoOn(element, paging))) return [];
  const message = `${source.microflow} gives its list page by page and never says that there is more, so the list ends after its first page. Set HasMore of $${paging} with Change object.`;
  return [{ code: "list-never-goes-on", record: widget.id, field: "source.microflow", message }];
}

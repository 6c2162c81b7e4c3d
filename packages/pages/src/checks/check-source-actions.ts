import { platformDefinitions } from "@rivulet/activities";
import type { ElementRecord, ProjectIndex, WidgetRecord } from "@rivulet/model";
import { sourceOf } from "../widget-scope.ts";
import type { PageFinding } from "./page-finding.ts";

/** The activities that ask something of the screen, as they are called. */
const screenActivities: ReadonlyMap<string, string> = new Map(
  platformDefinitions.filter(({ group }) => group === "client").map(({ kind, label }) => [kind, label]),
);

/** The elements of a microflow, with those in its loops. */
function* elementsOf(parent: string, index: ProjectIndex): Generator<ElementRecord> {
  for (const record of index.children(parent)) {
    if (record.type !== "element") continue;
    yield record;
    yield* elementsOf(record.id, index);
  }
}

/** A data source that asks something of the screen: it runs whenever the page is drawn, and only its result counts. */
export function checkSourceActions(widget: WidgetRecord, index: ProjectIndex): PageFinding[] {
  const source = sourceOf(widget);
  const microflow = source?.kind === "microflow" ? index.microflow(source.microflow) : undefined;
  if (source?.kind !== "microflow" || !microflow) return [];
  const asked = [...elementsOf(microflow.id, index)]
    .map(({ kind }) => screenActivities.get(kind))
    .find(Boolean);
  if (asked === undefined) return [];
  const message = `${source.microflow} has the activity ${asked}, which does nothing here: a data source runs whenever the page is shown, and only its result counts. Move the activity into a microflow that a button calls.`;
  return [{ code: "screen-activity-in-source", record: widget.id, field: "source.microflow", message }];
}

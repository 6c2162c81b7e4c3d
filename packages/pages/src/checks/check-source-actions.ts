import { platformDefinitions, readField } from "@rivulet/activities";
import type { MicroflowRecord, ProjectIndex, WidgetRecord } from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";
import { sourceOf } from "../widget-scope.ts";
import { elementsOf } from "./elements-of.ts";
import type { PageFinding } from "./page-finding.ts";

/** The activities that ask something of the screen, as they are called. */
const screenActivities: ReadonlyMap<string, string> = new Map(
  platformDefinitions.filter(({ group }) => group === "client").map(({ kind, label }) => [kind, label]),
);

/** An activity that asks something of the screen, and the microflow that it stands in. */
interface Asked {
  readonly activity: string;
  readonly microflow: QualifiedName;
}

/** What a microflow asks of the screen, itself or by one that it calls. */
function askedBy(
  name: QualifiedName,
  { id }: MicroflowRecord,
  { index, seen }: { readonly index: ProjectIndex; readonly seen: Set<string> },
): Asked | undefined {
  seen.add(id);
  const called: QualifiedName[] = [];
  for (const { kind, fields } of elementsOf(id, index)) {
    const activity = screenActivities.get(kind);
    if (activity !== undefined) return { activity, microflow: name };
    const call = kind === "microflowCall" ? readField("microflowCall", fields["call"]) : undefined;
    if (call) called.push(call.microflow);
  }
  for (const each of called) {
    const microflow = index.microflow(each);
    const asked =
      microflow && !seen.has(microflow.id) ? askedBy(each, microflow, { index, seen }) : undefined;
    if (asked) return asked;
  }
  return undefined;
}

/** A data source that asks something of the screen: it runs whenever the page is drawn, and only its result counts. */
export function checkSourceActions(widget: WidgetRecord, index: ProjectIndex): PageFinding[] {
  const source = sourceOf(widget);
  const microflow = source?.kind === "microflow" ? index.microflow(source.microflow) : undefined;
  if (source?.kind !== "microflow" || !microflow) return [];
  const asked = askedBy(source.microflow, microflow, { index, seen: new Set() });
  if (!asked) return [];
  const where =
    asked.microflow === source.microflow
      ? source.microflow
      : `${source.microflow} calls ${asked.microflow}, which`;
  const message = `${where} has the activity ${asked.activity}, which does nothing here: a data source runs whenever the page is shown, and only its result counts. Move the activity into a microflow that a button calls.`;
  return [{ code: "screen-activity-in-source", record: widget.id, field: "source.microflow", message }];
}

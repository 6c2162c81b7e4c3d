import type { PageRecord, ProjectIndex, WidgetRecord } from "@rivulet/model";
import { readWidgetField } from "../fields/field-values.ts";
import { snippetsCalledBy, widgetsOfPage } from "../page-tree.ts";
import { sourceOf } from "../widget-scope.ts";
import type { PageFinding } from "./page-finding.ts";

/** The microflows that a widget gets its data from: its own, or those of the snippets that it shows. */
function shownMicroflows(widget: WidgetRecord, index: ProjectIndex): { name: string; field: string }[] {
  const source = sourceOf(widget);
  if (source?.kind === "microflow") return [{ name: source.microflow, field: "source.microflow" }];
  const call = readWidgetField("snippet", widget.fields["snippet"]);
  const snippet = call && index.snippet(call.snippet);
  if (!snippet) return [];
  return [...snippetsCalledBy(snippet.id, index)].flatMap((id) =>
    [...widgetsOfPage(id, index)].flatMap((inside) => {
      const shown = sourceOf(inside);
      return shown?.kind === "microflow" ? [{ name: shown.microflow, field: "snippet.snippet" }] : [];
    }),
  );
}

/** A page that somebody may see while he may not run what it shows (the original only shows an error then). */
export function checkRunningRights(
  widget: WidgetRecord,
  page: PageRecord,
  index: ProjectIndex,
): PageFinding[] {
  if (index.settings?.security.level === "off") return [];
  for (const { name, field } of shownMicroflows(widget, index)) {
    const microflow = index.microflow(name);
    // What else somebody holds beside a role of another module is known by the user roles only.
    if (microflow?.parent !== page.parent) continue;
    const refused = page.visibleFor.filter((role) => !microflow.allowedRoles.includes(role));
    if (refused.length === 0) continue;
    const message = `${page.name} is visible for ${refused.join(", ")}, who may not run ${name}. Allow them to run it, or do not show them the page.`;
    return [{ code: "role-may-not-run", record: widget.id, field, message }];
  }
  return [];
}

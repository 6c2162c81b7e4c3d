import { findWidget, widgetsIn } from "@rivulet/pages";
import type { StudioProject } from "../project/studio-project.ts";
import { isWidgetTarget } from "../workspace/tabs.ts";
import { tabKey, workspace } from "../workspace/workspace.ts";
import { addWidget, type WidgetPlace } from "./edit-page.ts";

/** Where a new widget goes: into the selected widget, after it when it holds none, else at the end of the page. */
function placeAt(selected: string | undefined, page: string, { index }: StudioProject): WidgetPlace {
  const widget = selected === undefined ? undefined : index.records.get(selected);
  if (widget?.type !== "widget") return { parent: page };
  if (findWidget(widget.kind)?.holdsWidgets === true) return { parent: widget.id };
  const siblings = widgetsIn(widget.parent, index);
  return { parent: widget.parent, before: siblings[siblings.indexOf(widget) + 1]?.id };
}

/** Adds a widget to the page in front, where its selection is, and selects it. */
export function addToFrontPage(kind: string, project: StudioProject): void {
  const { tabs, activeTab, selections, select } = workspace.getState();
  const target = tabs.find((tab) => tabKey(tab) === activeTab);
  if (!target || !isWidgetTarget(target) || project.isReadOnly(target.id)) return;
  const key = tabKey(target);
  const id = addWidget(project, kind, placeAt(selections[key]?.[0], target.id, project));
  if (id !== undefined) select(key, [id]);
}

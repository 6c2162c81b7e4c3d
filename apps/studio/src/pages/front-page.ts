import type { StudioProject } from "../project/studio-project.ts";
import { isWidgetTarget } from "../workspace/tabs.ts";
import { tabKey, workspace } from "../workspace/workspace.ts";
import { addWidget } from "./edit-page.ts";
import { placeAt } from "./widget-place.ts";

/** Adds a widget to the page in front, where its selection is, and selects it. */
export function addToFrontPage(kind: string, project: StudioProject): void {
  const { tabs, activeTab, selections, select } = workspace.getState();
  const target = tabs.find((tab) => tabKey(tab) === activeTab);
  if (!target || !isWidgetTarget(target) || project.isReadOnly(target.id)) return;
  const key = tabKey(target);
  const id = addWidget(project, kind, placeAt(selections[key]?.at(-1), target.id, project.index));
  if (id !== undefined) select(key, [id]);
}

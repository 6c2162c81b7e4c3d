import { notifications } from "@mantine/notifications";
import { turnApplication, useApplication } from "../application/application-store.ts";
import { runMessages } from "../messages/run-messages.ts";
import type { StudioProject } from "../project/studio-project.ts";
import type { StudioSession } from "../project/studio-session.ts";
import { tabKey, workspace } from "./workspace.ts";

/** Name of the browser's tab with the application: there is one, however often it is opened. */
const applicationTab = "rivulet-application";

/** The address of the application for what is in front: a page, or the navigation; `undefined` for anything else. */
export function frontApplication(project: StudioProject): string | undefined {
  const { tabs, activeTab } = workspace.getState();
  const target = tabs.find((tab) => tabKey(tab) === activeTab);
  if (target?.kind === "navigation") return "/app";
  const page = target?.kind === "page" ? project.record(target.id) : undefined;
  if (page?.type !== "page") return undefined;
  const needsObject = (page.parameters?.length ?? 0) > 0;
  return needsObject ? "/app" : `/app/${project.index.qualifiedNameOf(page) ?? ""}`;
}

/** Opens the application once everything is saved. The tab opens at once: a browser blocks one that opens later. */
export async function openApplication({ project, autosave }: StudioSession): Promise<void> {
  const tab = window.open("about:blank", applicationTab);
  await autosave.flush();
  if (!useApplication.getState().state.isRunning && !(await turnApplication(true))) return tab?.close();
  const address = frontApplication(project) ?? "/app";
  if (tab) tab.location.href = address;
  else notifications.show({ color: "yellow", message: runMessages.tabBlocked(address) });
  return undefined;
}

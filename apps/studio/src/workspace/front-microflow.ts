import type { MicroflowRecord } from "@rivulet/model";
import type { StudioProject } from "../project/studio-project.ts";
import { tabKey, workspace } from "./workspace.ts";

/** The microflow of the tab in front, if it is one. */
export function frontMicroflow(project: StudioProject): MicroflowRecord | undefined {
  const { tabs, activeTab } = workspace.getState();
  const target = tabs.find((tab) => tabKey(tab) === activeTab);
  const record = target?.kind === "microflow" ? project.record(target.id) : undefined;
  return record?.type === "microflow" ? record : undefined;
}

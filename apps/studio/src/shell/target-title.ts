import type { ProjectIndex } from "@rivulet/model";
import { shellMessages } from "../messages/shell-messages.ts";
import type { TabTarget } from "../workspace/tabs.ts";

/** How what a tab shows is called. */
export interface TargetTitle {
  /** Its module, where it is in one. */
  readonly module: string | undefined;
  readonly name: string;
}

type ProjectTarget = Exclude<TabTarget, { readonly id: string } | { readonly module: string }>;

/** Whether a tab shows something of the whole project, which is always there. */
function isOfProject(target: TabTarget): target is ProjectTarget {
  return !("id" in target || "module" in target);
}

/** The title of what a tab shows; `undefined` when it is gone. */
export function targetTitle(target: TabTarget, index: ProjectIndex): TargetTitle | undefined {
  if (isOfProject(target)) {
    return { module: undefined, name: shellMessages.editorNouns[target.kind] };
  }
  if (target.kind === "domainModel") {
    const module = index.records.get(target.module);
    return module?.type === "module"
      ? { module: module.name, name: shellMessages.editorNouns.domainModel }
      : undefined;
  }
  const record = index.records.get(target.id);
  if (record?.type !== target.kind) return undefined;
  const module = index.records.get(record.parent);
  return { module: module?.type === "module" ? module.name : undefined, name: record.name };
}

import { countingDemoUsers } from "@rivulet/model";
import type { RunAs } from "@rivulet/runtime/wire";
import { runMessages } from "../messages/run-messages.ts";
import type { StudioProject } from "../project/studio-project.ts";

/** Somebody as whom a microflow can be run. */
export interface RunAsChoice {
  /** Tells it from the others, also of the other kind. */
  readonly value: string;
  readonly label: string;
  readonly as: RunAs;
}

function choiceOf(as: RunAs): RunAsChoice {
  return { value: `${as.kind}:${as.name}`, label: as.name, as };
}

/** As whom somebody may run microflows here, by kind: nobody while security is off, or for whoever only looks. */
export function runAsChoices({ index, isLocked }: Pick<StudioProject, "index" | "isLocked">) {
  const security = index.settings?.security;
  if (!security || security.level === "off" || isLocked) return [];
  const roles = security.userRoles.map(({ name }) => choiceOf({ kind: "userRole", name }));
  const users = countingDemoUsers(security).map(({ name }) => choiceOf({ kind: "demoUser", name }));
  return [
    { group: runMessages.userRoles, items: roles },
    { group: runMessages.demoUsers, items: users },
  ].filter(({ items }) => items.length > 0);
}

const key = (microflow: string) => `rivulet.run-as.${microflow}`;

/** As whom a microflow was last run in this browser, where that is possible still; `undefined` for oneself. */
export function rememberedRunAs(
  project: Pick<StudioProject, "index" | "isLocked">,
  microflow: string,
): RunAs | undefined {
  const choices = runAsChoices(project).flatMap(({ items }) => items);
  try {
    const kept = localStorage.getItem(key(microflow));
    return choices.find(({ value }) => value === kept)?.as;
  } catch {
    return undefined;
  }
}

/** Remembers it; a browser that keeps nothing is no failure. */
export function rememberRunAs(microflow: string, as: RunAs | undefined): void {
  try {
    if (as) localStorage.setItem(key(microflow), choiceOf(as).value);
    else localStorage.removeItem(key(microflow));
  } catch {
    // The next run begins as oneself.
  }
}

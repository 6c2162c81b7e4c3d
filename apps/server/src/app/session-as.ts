import type { ProjectIndex } from "@rivulet/model";
import type { RunAs } from "@rivulet/runtime";
import { userRolesOf } from "../people/acting-user.ts";
import type { Caller } from "../people/caller.ts";

/**
 * As whom a session goes on at this moment: the security of the project may be another one than when it began. While it
 * is off there is nobody to be. Whoever is at this machine is one role at a time, at first the first one, so that
 * security that is switched on counts for what is open.
 */
export function sessionAs(caller: Caller, index: ProjectIndex, chosen: RunAs | undefined): RunAs | undefined {
  if (index.settings?.security.level === "off") return undefined;
  if (chosen !== undefined || caller.kind !== "local") return chosen;
  const [first] = userRolesOf(caller, index);
  return first === undefined ? undefined : { kind: "userRole", name: first };
}

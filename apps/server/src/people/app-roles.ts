import type { ProjectIndex } from "@rivulet/model";
import { HttpProblem } from "../http/http-problem.ts";
import { type Caller, personOf } from "./caller.ts";

/**
 * The user roles with which a caller acts in the application: his own that the project still has. The person at this
 * machine may try them all. Rights in the studio give none.
 *
 * @param chosen only this one of them
 * @throws {HttpProblem} `unknown-role`, `not-allowed` when the caller does not hold the chosen one
 */
export function userRolesOf(caller: Caller, index: ProjectIndex, chosen?: string): readonly string[] {
  const known = (index.settings?.security.userRoles ?? []).map(({ name }) => name);
  const person = personOf(caller);
  const held = caller.kind === "local" ? known : known.filter((role) => person?.userRoles.includes(role));
  if (chosen === undefined) return held;
  if (held.includes(chosen)) return [chosen];
  if (known.includes(chosen))
    throw new HttpProblem("not-allowed", `You do not have the user role ${chosen}.`);
  const detail = `The project has no user role "${chosen}"; it has ${known.join(", ")}.`;
  throw new HttpProblem("unknown-role", detail);
}

import { countingDemoUsers, type ProjectIndex, type ProjectSettings } from "@rivulet/model";
import type { RunAs } from "@rivulet/runtime";
import { HttpProblem } from "../http/http-problem.ts";
import { type Caller, callerName, hasRight, personOf } from "./caller.ts";

type Security = ProjectSettings["security"];

/** As whom somebody acts in the application. */
export interface ActingUser {
  /** The user roles that count, together. */
  readonly userRoles: readonly string[];
  /** What the application calls this user: a person, or a demo user; missing where nobody has signed in. */
  readonly name: string | undefined;
  /** How columns that say who name it: a demo user with whoever acts in its place. */
  readonly who: string | undefined;
}

const noSecurity: Security = { level: "production", userRoles: [] };

function securityOf({ settings }: ProjectIndex): Security {
  return settings?.security ?? noSecurity;
}

/** Whether a caller may act in the place of others: whoever may change the project can give itself every right in it. */
function mayActAsOthers(caller: Caller): boolean {
  return hasRight(caller, "builder");
}

/** The demo users in whose place a caller may act, by name. */
export function demoUsersFor(caller: Caller, index: ProjectIndex): readonly string[] {
  return mayActAsOthers(caller) ? countingDemoUsers(securityOf(index)).map(({ name }) => name) : [];
}

/**
 * The user roles of a caller: his own that the project still has. The person at this machine may try them all. Rights in
 * the studio give none.
 */
export function userRolesOf(caller: Caller, index: ProjectIndex): readonly string[] {
  const known = securityOf(index).userRoles.map(({ name }) => name);
  if (caller.kind === "local") return known;
  return known.filter((role) => personOf(caller)?.userRoles.includes(role));
}

/**
 * As whom a caller acts: as himself with all of his user roles, as one of them alone, or in the place of a demo user. Whoever
 * may change the project may be each of its roles and demo users.
 *
 * @throws {HttpProblem} `unknown-role`, `unknown-demo-user`, `not-allowed`
 */
export function actingUser(caller: Caller, index: ProjectIndex, as?: RunAs): ActingUser {
  const [name, who] = [personOf(caller)?.name, callerName(caller)];
  if (as === undefined) return { userRoles: userRolesOf(caller, index), name, who };
  if (as.kind === "demoUser") return demoUser(caller, index, as.name);
  assertRole(caller, index, as.name);
  return { userRoles: [as.name], name, who };
}

function assertRole(caller: Caller, index: ProjectIndex, role: string): void {
  if (userRolesOf(caller, index).includes(role)) return;
  const known = securityOf(index).userRoles.map(({ name }) => name);
  if (!known.includes(role)) {
    const detail = `The project has no user role "${role}"; it has ${known.join(", ")}.`;
    throw new HttpProblem("unknown-role", detail);
  }
  if (mayActAsOthers(caller)) return;
  throw new HttpProblem("not-allowed", `You do not have the user role ${role}.`);
}

function demoUser(caller: Caller, index: ProjectIndex, name: string): ActingUser {
  if (!mayActAsOthers(caller))
    throw new HttpProblem("not-allowed", "Only who may change the project may act as a demo user.");
  const security = securityOf(index);
  const user = countingDemoUsers(security).find((each) => each.name === name);
  if (!user) throw unknownDemoUser(name, security);
  const known = new Set(security.userRoles.map((role) => role.name));
  const own = callerName(caller);
  const who = own === undefined ? `${name} (demo user)` : `${own} as ${name} (demo user)`;
  return { userRoles: user.userRoles.filter((role) => known.has(role)), name, who };
}

function unknownDemoUser(name: string, { level, demoUsers = [] }: Security): HttpProblem {
  if (!demoUsers.some((each) => each.name === name))
    return new HttpProblem("unknown-demo-user", `The project has no demo user "${name}".`);
  const detail =
    level === "off"
      ? `Security is off, so there are no users. ${name} counts at the level Prototype.`
      : `Demo users do not count at the level Production, unless Security allows them there.`;
  return new HttpProblem("unknown-demo-user", detail);
}

import type { DocumentStore } from "@rivulet/document";
import { type DemoUser, freeName, type ProjectSettings } from "@rivulet/model";
import { securityMessages } from "../messages/security-messages.ts";
import { changeSecurity, isTaken } from "./edit-security.ts";

type Security = ProjectSettings["security"];

const { steps } = securityMessages;

function changeDemoUsers(
  store: DocumentStore,
  label: string,
  change: (users: readonly DemoUser[]) => readonly DemoUser[],
): void {
  changeSecurity(store, label, ({ demoUsers = [], ...rest }) => {
    const changed = change(demoUsers);
    return changed.length === 0 ? rest : { ...rest, demoUsers: [...changed] };
  });
}

function changeDemoUser(
  store: DocumentStore,
  name: string,
  step: { label: string; change: (user: DemoUser) => DemoUser },
): void {
  changeDemoUsers(store, step.label, (users) =>
    users.map((user) => (user.name === name ? step.change(user) : user)),
  );
}

/** Why a demo user cannot have a name. It is only read by people, so it may be any text. */
export function demoUserNameFault(
  { demoUsers = [] }: Security,
  name: string,
  except?: string,
): string | undefined {
  if (name.trim() === "") return securityMessages.demoUserNameNeeded;
  return isTaken(demoUsers, name, except) ? securityMessages.demoUserTaken(name) : undefined;
}

/** The user roles that no demo user has. */
export function rolesWithoutDemoUser({ userRoles, demoUsers = [] }: Security): readonly string[] {
  const held = new Set(demoUsers.flatMap((user) => user.userRoles));
  return userRoles.map(({ name }) => name).filter((name) => !held.has(name));
}

/** A demo user for a role, under a name that is free. */
function proposedFor(role: string | undefined, security: Security): DemoUser {
  const wanted = securityMessages.demoUserOf(role ?? securityMessages.newDemoUser);
  const name = freeName(wanted, (each) => demoUserNameFault(security, each) === undefined);
  return { name, userRoles: role === undefined ? [] : [role] };
}

/** Adds a demo user, for the first role that has none; gives its name. */
export function addDemoUser(store: DocumentStore, present: Security): string {
  const [role] = rolesWithoutDemoUser(present);
  const user = proposedFor(role, present);
  changeDemoUsers(store, steps.addDemoUser(user.name), (users) => [...users, user]);
  return user.name;
}

/** Adds a demo user for each role that has none. */
export function addDemoUserOfEachRole(store: DocumentStore, present: Security): void {
  changeSecurity(store, steps.addDemoUsers, (security) => {
    const demoUsers = [...(security.demoUsers ?? [])];
    for (const role of rolesWithoutDemoUser(present))
      demoUsers.push(proposedFor(role, { ...security, demoUsers }));
    return { ...security, demoUsers };
  });
}

/** Gives a demo user another name. */
export function renameDemoUser(store: DocumentStore, from: string, to: string): void {
  changeDemoUser(store, from, {
    label: steps.renameDemoUser(from, to),
    change: (user) => ({ ...user, name: to }),
  });
}

/** Which user roles a demo user has. */
export function setRolesOfDemoUser(store: DocumentStore, name: string, userRoles: readonly string[]): void {
  changeDemoUser(store, name, {
    label: steps.rolesOfDemoUser(name),
    change: (user) => ({ ...user, userRoles: [...userRoles] }),
  });
}

/** Takes a demo user away. */
export function deleteDemoUser(store: DocumentStore, name: string): void {
  changeDemoUsers(store, steps.deleteDemoUser(name), (users) => users.filter((user) => user.name !== name));
}

/** Whether demo users count at the level Production too. */
export function setDemoUsersInProduction(store: DocumentStore, isAllowed: boolean): void {
  changeSecurity(store, steps.demoUsersInProduction, ({ demoUsersInProduction: _before, ...rest }) =>
    isAllowed ? { ...rest, demoUsersInProduction: true } : rest,
  );
}

import type { DocumentStore } from "@rivulet/document";
import { freeName, type ModuleRecord, nameFault, type ProjectSettings } from "@rivulet/model";
import { renameModuleRole } from "@rivulet/refactoring";
import { refactoringContext } from "../explorer/refactor-documents.ts";
import { securityMessages } from "../messages/security-messages.ts";
import type { StudioProject } from "../project/studio-project.ts";

type Security = ProjectSettings["security"];
type UserRole = Security["userRoles"][number];

const { steps } = securityMessages;

type SettingsChange = Partial<Pick<ProjectSettings, "security" | "navigation">>;

function changeSettings(
  store: DocumentStore,
  label: string,
  change: (settings: ProjectSettings) => SettingsChange,
): void {
  const settings = store.get("project");
  if (settings?.type !== "project") return;
  store.transact(label, (transaction) => transaction.update("project", "project", change(settings)));
}

/** Changes the security of the project, as one step. */
export function changeSecurity(
  store: DocumentStore,
  label: string,
  change: (security: Security) => Security,
): void {
  changeSettings(store, label, ({ security }) => ({ security: change(security) }));
}

function changeUserRole(
  store: DocumentStore,
  name: string,
  step: { label: string; change: (role: UserRole) => UserRole },
): void {
  changeSecurity(store, step.label, (security) => ({
    ...security,
    userRoles: security.userRoles.map((role) => (role.name === name ? step.change(role) : role)),
  }));
}

/** Whether another one is called so, in small or large letters. */
export const isTaken = (roles: readonly { readonly name: string }[], name: string, except?: string) =>
  roles.some((role) => role.name !== except && role.name.toLowerCase() === name.toLowerCase());

/** How much the project asks for. */
export function setLevel(store: DocumentStore, level: Security["level"]): void {
  changeSecurity(store, steps.level, (security) => ({ ...security, level }));
}

/** Why a user role cannot have a name. It is only read by people, so it may be any text. */
export function userRoleNameFault(
  { userRoles }: Security,
  name: string,
  except?: string,
): string | undefined {
  if (name.trim() === "") return securityMessages.nameNeeded;
  return isTaken(userRoles, name, except) ? securityMessages.taken(name) : undefined;
}

/** Adds a user role; gives its name. */
export function addUserRole(store: DocumentStore, present: Security): string {
  const name = freeName(
    securityMessages.newRole,
    (wanted) => userRoleNameFault(present, wanted) === undefined,
  );
  changeSecurity(store, steps.addUserRole(name), (security) => ({
    ...security,
    userRoles: [...security.userRoles, { name, moduleRoles: [] }],
  }));
  return name;
}

/** Does the same to the user roles of every demo user. */
function withRolesOfDemoUsers(
  { demoUsers, ...rest }: Security,
  change: (roles: readonly string[]) => readonly string[],
): Security {
  if (!demoUsers) return rest;
  const changed = demoUsers.map((user) => ({ ...user, userRoles: [...change(user.userRoles)] }));
  return { ...rest, demoUsers: changed };
}

/** Gives a user role another name, for demo users and home pages too. */
export function renameUserRole(store: DocumentStore, from: string, to: string): void {
  const renamed = (name: string) => (name === from ? to : name);
  changeSettings(store, steps.renameRole(from, to), ({ security, navigation }) => ({
    security: {
      ...withRolesOfDemoUsers(security, (roles) => roles.map(renamed)),
      userRoles: security.userRoles.map((role) => ({ ...role, name: renamed(role.name) })),
    },
    ...(navigation?.roleHomePages && {
      navigation: {
        ...navigation,
        roleHomePages: navigation.roleHomePages.map((row) => ({ ...row, userRole: renamed(row.userRole) })),
      },
    }),
  }));
}

/** Which module roles a user role holds. */
export function setModuleRoles(store: DocumentStore, name: string, moduleRoles: readonly string[]): void {
  changeUserRole(store, name, { label: steps.roles(name), change: (role) => ({ ...role, moduleRoles }) });
}

/** Takes a user role away; demo users and home pages no longer name it. */
export function deleteUserRole(store: DocumentStore, name: string): void {
  changeSettings(store, steps.deleteRole(name), ({ security, navigation }) => ({
    security: {
      ...withRolesOfDemoUsers(security, (roles) => roles.filter((role) => role !== name)),
      userRoles: security.userRoles.filter((role) => role.name !== name),
    },
    ...(navigation?.roleHomePages && {
      navigation: {
        ...navigation,
        roleHomePages: navigation.roleHomePages.filter(({ userRole }) => userRole !== name),
      },
    }),
  }));
}

/** Why a role of a module cannot have a name. */
export function moduleRoleNameFault(
  { roles }: ModuleRecord,
  name: string,
  except?: string,
): string | undefined {
  return nameFault(name) ?? (isTaken(roles, name, except) ? securityMessages.taken(name) : undefined);
}

/** Adds a role to a module; gives its name. */
export function addModuleRole(store: DocumentStore, module: ModuleRecord): string {
  const name = freeName(
    securityMessages.newRole,
    (wanted) => moduleRoleNameFault(module, wanted) === undefined,
  );
  store.transact(steps.addModuleRole(name), (transaction) =>
    transaction.update("module", module.id, { roles: [...module.roles, { name }] }),
  );
  return name;
}

/** Gives a role of a module another name: in microflows and in user roles too. */
export function renameRoleOfModule(
  project: StudioProject,
  module: ModuleRecord,
  change: { readonly from: string; readonly to: string },
): void {
  const changed = renameModuleRole(module, change, refactoringContext(project));
  project.store.transact(steps.renameRole(change.from, change.to), (transaction) => {
    for (const record of changed) transaction.put(record);
  });
}

/** What a role of a module stands for. */
export function setMeaning(
  store: DocumentStore,
  module: ModuleRecord,
  { name, documentation }: { readonly name: string; readonly documentation: string },
): void {
  const roles = module.roles.map((role) => {
    if (role.name !== name) return role;
    return documentation === "" ? { name } : { name, documentation };
  });
  store.transact(steps.meaning(name), (transaction) => transaction.update("module", module.id, { roles }), {
    mergeKey: `meaning:${module.id}:${name}`,
  });
}

/** Takes a role of a module away; user roles, microflows and access rules no longer name it. */
export function deleteModuleRole({ store, index }: StudioProject, module: ModuleRecord, name: string): void {
  const whole = `${module.name}.${name}`;
  store.transact(steps.deleteRole(name), (transaction) => {
    transaction.update("module", module.id, { roles: module.roles.filter((role) => role.name !== name) });
    for (const record of transaction.children(module.id)) {
      if (record.type === "microflow" && record.allowedRoles.includes(name)) {
        const allowedRoles = record.allowedRoles.filter((role) => role !== name);
        transaction.update("microflow", record.id, { allowedRoles });
      }
      if (record.type === "entity" && record.accessRules?.some(({ role }) => role === name)) {
        const accessRules = record.accessRules.filter(({ role }) => role !== name);
        transaction.update("entity", record.id, { accessRules });
      }
    }
    const { settings } = index;
    if (!settings) return;
    const userRoles = settings.security.userRoles.map((role) => ({
      ...role,
      moduleRoles: role.moduleRoles.filter((each) => each !== whole),
    }));
    transaction.update("project", "project", { security: { ...settings.security, userRoles } });
  });
}

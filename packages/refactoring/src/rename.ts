import type { Renaming } from "@rivulet/activities";
import type { ModuleRecord, ProjectRecord, ProjectSettings } from "@rivulet/model";
import { namingRecords } from "./project-walk.ts";
import type { NameChange, RefactoringContext } from "./refactoring-context.ts";

function changedRecords(rename: Renaming, context: RefactoringContext): ProjectRecord[] {
  const changed: ProjectRecord[] = [];
  for (const { record, renamed } of namingRecords(context)) {
    const after = renamed(rename);
    if (after !== record) changed.push(after);
  }
  return changed;
}

/**
 * The records that have to change when things get other names, as they are then. What is renamed itself is not among
 * them, unless it names itself.
 *
 * @example renameUsages([{ kind: "entity", from: "Sales.Order", to: "Sales.Purchase" }], { index, catalog })
 */
export function renameUsages(
  changes: readonly NameChange[],
  context: RefactoringContext,
): readonly ProjectRecord[] {
  return changedRecords(
    ({ kind, name }) => changes.find((change) => change.kind === kind && change.from === name)?.to,
    context,
  );
}

/** The names in a list that are roles of a module, with the module's new name in front. */
function withModule(names: readonly string[], from: string, to: string): string[] {
  return names.map((name) => (name.startsWith(`${from}.`) ? to + name.slice(from.length) : name));
}

function renameModuleInSettings(settings: ProjectSettings, from: string, to: string): ProjectSettings {
  const userRoles = settings.security.userRoles.map((role) => ({
    ...role,
    moduleRoles: withModule(role.moduleRoles, from, to),
  }));
  return { ...settings, security: { ...settings.security, userRoles } };
}

/**
 * The records that have to change when a module gets another name, as they are then: everything that names something
 * of it, and the user roles that hold its roles. The module itself is among them.
 */
export function renameModule(
  module: ModuleRecord,
  newName: string,
  context: RefactoringContext,
): readonly ProjectRecord[] {
  const changed = changedRecords(
    ({ kind, name }) =>
      kind !== "variable" && name.startsWith(`${module.name}.`)
        ? newName + name.slice(module.name.length)
        : undefined,
    context,
  );
  const settings = changed.find(({ type }) => type === "project") ?? context.index.settings;
  const others = changed.filter(({ type }) => type !== "project");
  const renamed: ModuleRecord = { ...module, name: newName };
  if (settings?.type !== "project") return [...others, renamed];
  return [...others, renamed, renameModuleInSettings(settings, module.name, newName)];
}

/** The records that have to change when a role of a module gets another name, the module included. */
export function renameModuleRole(
  module: ModuleRecord,
  { from, to }: { readonly from: string; readonly to: string },
  { index }: RefactoringContext,
): readonly ProjectRecord[] {
  const roles = module.roles.map((role) => (role.name === from ? { ...role, name: to } : role));
  const microflows = index.children(module.id).flatMap((record) => {
    if (record.type !== "microflow" || !record.allowedRoles.includes(from)) return [];
    return [{ ...record, allowedRoles: record.allowedRoles.map((role) => (role === from ? to : role)) }];
  });
  const pages = index.children(module.id).flatMap((record) => {
    if (record.type !== "page" || !record.visibleFor.includes(from)) return [];
    return [{ ...record, visibleFor: record.visibleFor.map((role) => (role === from ? to : role)) }];
  });
  const entities = index.children(module.id).flatMap((record) => {
    if (record.type !== "entity" || !record.accessRules?.some(({ role }) => role === from)) return [];
    const accessRules = record.accessRules.map((rule) => (rule.role === from ? { ...rule, role: to } : rule));
    return [{ ...record, accessRules }];
  });
  const documents = [...microflows, ...pages, ...entities];
  const { settings } = index;
  const [old, present] = [`${module.name}.${from}`, `${module.name}.${to}`];
  if (!settings) return [{ ...module, roles }, ...documents];
  const userRoles = settings.security.userRoles.map((role) => ({
    ...role,
    moduleRoles: role.moduleRoles.map((name) => (name === old ? present : name)),
  }));
  return [{ ...module, roles }, ...documents, { ...settings, security: { ...settings.security, userRoles } }];
}

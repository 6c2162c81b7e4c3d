import type { MicroflowRecord, PageRecord, ProjectIndex } from "@rivulet/model";
import { allEntityRights, type EntityRights, entityRights } from "./entity-rights.ts";

/**
 * What somebody may see and run: everything while security is off, else what a module role of his allows. The rules of
 * entities count in production only (reference pages.md B4).
 */
export interface AppAccess extends EntityRights {
  readonly mayOpen: (page: PageRecord) => boolean;
  readonly mayRun: (microflow: MicroflowRecord) => boolean;
}

/**
 * The rights of user roles together; without one nothing is allowed but what security leaves open. A page and a microflow
 * name roles of their own module, a user role names roles of many modules.
 *
 * @example accessOf(["User"], index).mayOpen(page)
 */
export function accessOf(roles: readonly string[], index: ProjectIndex): AppAccess {
  const { level = "production", userRoles = [] } = index.settings?.security ?? {};
  if (level === "off") return { mayOpen: () => true, mayRun: () => true, ...allEntityRights };
  const held = new Set(
    userRoles.filter(({ name }) => roles.includes(name)).flatMap(({ moduleRoles }) => moduleRoles),
  );
  const holdsOne = (module: string, allowed: readonly string[]): boolean => {
    const owner = index.records.get(module);
    return owner?.type === "module" && allowed.some((role) => held.has(`${owner.name}.${role}`));
  };
  return {
    ...(level === "production" ? entityRights(held, index) : allEntityRights),
    mayOpen: ({ parent, visibleFor }) => holdsOne(parent, visibleFor),
    mayRun: ({ parent, allowedRoles }) => holdsOne(parent, allowedRoles),
  };
}

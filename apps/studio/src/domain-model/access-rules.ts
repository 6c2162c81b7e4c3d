import type { AccessRule, AttributeRight, EntityRecord } from "@rivulet/model";

/** The right for one attribute, or `others` where the rule leaves it to the one for all. */
export type RightChoice = AttributeRight | "others";

/** The entity with another rule for a role. */
function withRule(
  entity: EntityRecord,
  role: string,
  change: (rule: AccessRule) => AccessRule,
): EntityRecord {
  const rules = entity.accessRules ?? [];
  const known = rules.some((rule) => rule.role === role);
  const all = known ? rules : [...rules, noAccess(role)];
  return { ...entity, accessRules: all.map((rule) => (rule.role === role ? change(rule) : rule)) };
}

function noAccess(role: string): AccessRule {
  return { role, mayCreate: false, others: "none" };
}

/** The rule of a role; without one it may do nothing. */
export function ruleOf({ accessRules = [] }: EntityRecord, role: string): AccessRule {
  return accessRules.find((rule) => rule.role === role) ?? noAccess(role);
}

/** The entity with rules: each role may do everything at first, as it could before. */
export function withRules(entity: EntityRecord, roles: readonly string[]): EntityRecord {
  return {
    ...entity,
    accessRules: roles.map((role) => ({ role, mayCreate: true, others: "write" as const })),
  };
}

/** The entity without rules: whatever a page shows. */
export function withoutRules({ accessRules: _gone, ...entity }: EntityRecord): EntityRecord {
  return entity;
}

/** The entity after a role may create its objects, or may no longer. */
export function withCreation(entity: EntityRecord, role: string, mayCreate: boolean): EntityRecord {
  return withRule(entity, role, (rule) => ({ ...rule, mayCreate }));
}

/** The entity with another right of a role for all attributes that have none of their own. */
export function withOthers(entity: EntityRecord, role: string, others: AttributeRight): EntityRecord {
  return withRule(entity, role, (rule) => ({ ...rule, others }));
}

/** The entity with another right of a role for one attribute. */
export function withRight(
  entity: EntityRecord,
  { role, attribute }: { readonly role: string; readonly attribute: string },
  right: RightChoice,
): EntityRecord {
  return withRule(entity, role, ({ attributes = {}, ...rule }) => {
    const { [attribute]: _before, ...rest } = attributes;
    const next = right === "others" ? rest : { ...rest, [attribute]: right };
    return Object.keys(next).length === 0 ? rule : { ...rule, attributes: next };
  });
}

/** The entity whose rules name an attribute as it is called now. */
export function withRenamedAttribute(entity: EntityRecord, from: string, to: string): EntityRecord {
  if (!entity.accessRules?.some(({ attributes = {} }) => Object.hasOwn(attributes, from))) return entity;
  const accessRules = entity.accessRules.map((rule) => {
    if (!rule.attributes) return rule;
    const entries = Object.entries(rule.attributes).map(([name, right]) => [
      name === from ? to : name,
      right,
    ]);
    return { ...rule, attributes: Object.fromEntries(entries) as Record<string, AttributeRight> };
  });
  return { ...entity, accessRules };
}

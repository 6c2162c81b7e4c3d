import { errorAt, type Place, type Problem } from "../problem.ts";
import { nameFault } from "../records/names.ts";
import type { ProjectRecord, ProjectRecords } from "../records/records.ts";
import { documentIdOf, documentPathOf } from "./documents-of.ts";

/** Something with a name that nothing beside it may have too. */
interface NamedItem {
  /** What it is, for messages: `microflow`. */
  readonly noun: string;
  readonly name: string;
  /** The record that has the name, and the field of it. */
  readonly record: ProjectRecord;
  readonly field: string;
  /** A name that people only read may be any text. */
  readonly isFreeText?: boolean;
}

interface NameScope {
  /** Where the names have to differ, for messages: `module Sales`. */
  readonly title: string;
  readonly items: readonly NamedItem[];
}

function itemsOf(
  record: ProjectRecord,
  list: { noun: string; field: string; isFreeText?: boolean; items: readonly { readonly name: string }[] },
): NamedItem[] {
  const { noun, field, isFreeText = false, items } = list;
  return items.map(({ name }, index) => ({
    noun,
    name,
    record,
    field: `${field}[${index}].name`,
    isFreeText,
  }));
}

/** The names inside one record. */
function scopesIn(record: ProjectRecord): NameScope[] {
  switch (record.type) {
    case "entity": {
      const items = itemsOf(record, { noun: "attribute", field: "attributes", items: record.attributes });
      return [{ title: `entity ${record.name}`, items }];
    }
    case "enumeration": {
      const items = itemsOf(record, { noun: "value", field: "values", items: record.values });
      return [{ title: `enumeration ${record.name}`, items }];
    }
    case "module": {
      const items = itemsOf(record, { noun: "module role", field: "roles", items: record.roles });
      return [{ title: `module ${record.name}`, items }];
    }
    case "project": {
      const { configurations, security } = record;
      const roles = { noun: "user role", field: "security.userRoles", items: security.userRoles };
      const demoUsers = {
        noun: "demo user",
        field: "security.demoUsers",
        items: security.demoUsers ?? [],
      };
      const named = { noun: "configuration", field: "configurations", items: configurations };
      return [roles, demoUsers, named].map((list) => ({
        title: "the project",
        items: itemsOf(record, { ...list, isFreeText: true }),
      }));
    }
    default:
      return [];
  }
}

const nounsOfTypes = {
  module: "module",
  entity: "entity",
  association: "association",
  enumeration: "enumeration",
  constant: "constant",
  microflow: "microflow",
  page: "page",
  pageLayout: "layout",
  snippet: "snippet",
} as const;

type NamedRecordType = keyof typeof nounsOfTypes;

const isNamedRecord = (record: ProjectRecord): record is ProjectRecord & { readonly type: NamedRecordType } =>
  record.type in nounsOfTypes;

/** The names of modules in the project, and of what is in each module. */
function scopesOfRecords(records: ProjectRecords): NameScope[] {
  const itemsByParent = new Map<string, NamedItem[]>();
  for (const record of records.values()) {
    if (!isNamedRecord(record)) continue;
    const items = itemsByParent.get(record.parent) ?? [];
    items.push({ noun: nounsOfTypes[record.type], name: record.name, record, field: "name" });
    itemsByParent.set(record.parent, items);
  }
  return [...itemsByParent].map(([parent, items]) => {
    const owner = records.get(parent);
    return { title: owner?.type === "module" ? `module ${owner.name}` : "the project", items };
  });
}

function clash(item: NamedItem, earlier: NamedItem, title: string): [code: string, message: string] {
  const both = `${item.noun} ${item.name} and ${earlier.noun} ${earlier.name}`;
  if (item.name === earlier.name) {
    return ["duplicate-name", `In ${title}, ${both} have the same name. Rename one.`];
  }
  const reason = "differ only in upper and lower case, which many systems do not tell apart";
  return ["names-differ-in-case", `In ${title}, ${both} ${reason}. Rename one.`];
}

/**
 * Names that are no names, that are taken twice in the same place, or that differ only in case: of modules, of
 * what is in a module, and of attributes, enumeration values, roles and configurations.
 */
export function nameProblems(records: ProjectRecords): Problem[] {
  const scopes = [...scopesOfRecords(records), ...[...records.values()].flatMap(scopesIn)];
  return scopes.flatMap((scope) => problemsOfScope(scope, records));
}

function problemsOfScope({ title, items }: NameScope, records: ProjectRecords): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, NamedItem>();
  for (const item of items) {
    const key = item.name.toLowerCase();
    const earlier = seen.get(key);
    const fault = item.isFreeText ? undefined : nameFault(item.name);
    if (fault !== undefined) problems.push(errorAt(placeOf(item, records), "invalid-name", fault));
    if (earlier) problems.push(errorAt(placeOf(item, records), ...clash(item, earlier, title)));
    else seen.set(key, item);
  }
  return problems;
}

function placeOf({ record, field }: NamedItem, records: ProjectRecords): Place {
  const document = documentIdOf(record, records);
  const file = document === undefined ? undefined : documentPathOf(document, records);
  return { ...(file === undefined ? {} : { file }), record: record.id, field };
}

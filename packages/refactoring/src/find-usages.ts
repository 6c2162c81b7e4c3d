import type { Reference } from "@rivulet/activities";
import type { ProjectRecord } from "@rivulet/model";
import { namingRecords } from "./project-walk.ts";
import type { RefactoringContext, RefactoringTarget } from "./refactoring-context.ts";

/** A record that uses what was looked for, with the places in it. */
export interface Usage {
  readonly record: ProjectRecord;
  readonly references: readonly Reference[];
}

/**
 * Where something is used, in the order of the records.
 *
 * @example findUsages({ kind: "entity", name: "Sales.Order" }, { index, catalog }).length
 */
export function findUsages({ kind, name }: RefactoringTarget, context: RefactoringContext): readonly Usage[] {
  const usages: Usage[] = [];
  for (const naming of namingRecords(context)) {
    const references = naming
      .references()
      .filter((reference) => reference.kind === kind && reference.name === name);
    if (references.length > 0) usages.push({ record: naming.record, references });
  }
  return usages;
}

/** Where anything of a module is used outside of it. */
export function findUsagesOfModule(module: string, context: RefactoringContext): readonly Usage[] {
  const usages: Usage[] = [];
  const owner = context.index.module(module)?.id;
  for (const { record, references: list } of namingRecords(context)) {
    const references = list().filter(
      ({ kind, name }) => kind !== "variable" && name.startsWith(`${module}.`),
    );
    if (references.length > 0 && moduleOf(record, context) !== owner) usages.push({ record, references });
  }
  return usages;
}

/** The id of the module that a record is in, however deep. */
function moduleOf(record: ProjectRecord, { index }: RefactoringContext): string | undefined {
  let current: ProjectRecord | undefined = record;
  while (current && current.type !== "module") {
    current =
      "parent" in current && current.parent !== undefined ? index.records.get(current.parent) : undefined;
  }
  return current?.id;
}

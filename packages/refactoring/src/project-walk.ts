import {
  elementReferences,
  type Reference,
  type Renaming,
  recordReferences,
  renameInElement,
  renameInRecord,
} from "@rivulet/activities";
import type {
  ElementRecord,
  MicroflowRecord,
  NamedRecord,
  ProjectRecord,
  ProjectSettings,
} from "@rivulet/model";
import type { RefactoringContext } from "./refactoring-context.ts";

/** A record that names things, with the two ways in which its names are used. */
export interface NamingRecord {
  readonly record: ProjectRecord;
  readonly references: () => readonly Reference[];
  /** The record with other names; the same object when none changed. */
  readonly renamed: (rename: Renaming) => ProjectRecord;
}

function* elementsOf({ index }: RefactoringContext, parent: string): Generator<ElementRecord> {
  for (const record of index.children(parent)) {
    if (record.type !== "element") continue;
    yield record;
    yield* elementsOf({ index } as RefactoringContext, record.id);
  }
}

function namingElement(
  record: ElementRecord,
  microflow: MicroflowRecord,
  context: RefactoringContext,
): NamingRecord {
  const { index, catalog, variablesAt } = context;
  const variable = variablesAt?.(microflow, record);
  const around = { index, catalog, microflow, ...(variable ? { variable } : {}) };
  return {
    record,
    references: () => elementReferences(record, around),
    renamed: (rename) => renameInElement(record, rename, around),
  };
}

function namingDocument(record: NamedRecord): NamingRecord {
  return {
    record,
    references: () => recordReferences(record),
    renamed: (rename) => {
      const references = recordReferences(record);
      const isNamed = references.some(
        (reference) => (rename(reference) ?? reference.name) !== reference.name,
      );
      return isNamed ? renameInRecord(record, rename) : record;
    },
  };
}

function constantReference(name: string, position: number): Reference {
  return { kind: "constant", name, isDeclaration: false, field: `configurations[${position}].constants` };
}

/** The settings name the constants for which configurations have values. */
function namingSettings(record: ProjectSettings): NamingRecord {
  const references = () =>
    record.configurations.flatMap(({ constants }, position) =>
      Object.keys(constants).map((name) => constantReference(name, position)),
    );
  const renamed = (rename: Renaming): ProjectSettings => {
    const isNamed = references().some(
      (reference) => (rename(reference) ?? reference.name) !== reference.name,
    );
    if (!isNamed) return record;
    const configurations = record.configurations.map((configuration, position) => ({
      ...configuration,
      constants: Object.fromEntries(
        Object.entries(configuration.constants).map(([name, value]) => [
          rename(constantReference(name, position)) ?? name,
          value,
        ]),
      ),
    }));
    return { ...record, configurations };
  };
  return { record, references, renamed };
}

/** All records that may name something, except those that belong to somebody else. */
export function* namingRecords(context: RefactoringContext): Generator<NamingRecord> {
  const { index, isReadOnly = () => false } = context;
  if (index.settings) yield namingSettings(index.settings);
  for (const record of index.records.values()) {
    if (isReadOnly(record.id) || index.qualifiedNameOf(record) === undefined) continue;
    yield namingDocument(record as NamedRecord);
    if (record.type !== "microflow") continue;
    for (const element of elementsOf(context, record.id)) yield namingElement(element, record, context);
  }
}

import {
  elementReferences,
  type Reference,
  type Renaming,
  recordReferences,
  renameInElement,
  renameInRecord,
} from "@rivulet/activities";
import {
  type ElementRecord,
  isWidgetDocument,
  type MicroflowRecord,
  type NamedRecord,
  type ProjectRecord,
  type ProjectSettings,
  type WidgetDocument,
} from "@rivulet/model";
import {
  navigationReferences,
  renameInNavigation,
  renameInWidget,
  widgetReferences,
  widgetsOfPage,
} from "@rivulet/pages";
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

/** A record whose names one function lists and another one replaces. */
function naming<Named extends ProjectRecord>(
  record: Named,
  references: () => readonly Reference[],
  rename: (rename: Renaming) => Named,
): NamingRecord {
  const isChangedBy = (renaming: Renaming) =>
    references().some((reference) => (renaming(reference) ?? reference.name) !== reference.name);
  return { record, references, renamed: (renaming) => (isChangedBy(renaming) ? rename(renaming) : record) };
}

function* namingWidgets(page: WidgetDocument, { index }: RefactoringContext): Generator<NamingRecord> {
  for (const widget of widgetsOfPage(page.id, index)) {
    yield naming(
      widget,
      () => widgetReferences(widget, page, index),
      (rename) => renameInWidget(widget, rename, { page, index }),
    );
  }
}

function constantReference(name: string, position: number): Reference {
  return { kind: "constant", name, isDeclaration: false, field: `configurations[${position}].constants` };
}

/** The settings name the constants for which configurations have values, and what the menu leads to. */
function namingSettings(record: ProjectSettings, { index }: RefactoringContext): NamingRecord {
  const { navigation } = record;
  const references = () => [
    ...record.configurations.flatMap(({ constants }, position) =>
      Object.keys(constants).map((name) => constantReference(name, position)),
    ),
    ...(navigation ? navigationReferences(navigation, index) : []),
  ];
  return naming(record, references, (rename) => ({
    ...record,
    ...(navigation ? { navigation: renameInNavigation(navigation, rename, index) } : {}),
    configurations: record.configurations.map((configuration, position) => ({
      ...configuration,
      constants: Object.fromEntries(
        Object.entries(configuration.constants).map(([name, value]) => [
          rename(constantReference(name, position)) ?? name,
          value,
        ]),
      ),
    })),
  }));
}

/** All records that may name something, except those that belong to somebody else. */
export function* namingRecords(context: RefactoringContext): Generator<NamingRecord> {
  const { index, isReadOnly = () => false } = context;
  if (index.settings) yield namingSettings(index.settings, context);
  for (const record of index.records.values()) {
    if (isReadOnly(record.id) || index.qualifiedNameOf(record) === undefined) continue;
    const document = record as NamedRecord;
    yield naming(
      document,
      () => recordReferences(document),
      (rename) => renameInRecord(document, rename),
    );
    if (isWidgetDocument(record)) yield* namingWidgets(record, context);
    if (record.type !== "microflow") continue;
    for (const element of elementsOf(context, record.id)) yield namingElement(element, record, context);
  }
}

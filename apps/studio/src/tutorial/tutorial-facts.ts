import {
  type ElementRecord,
  type EntityRecord,
  type JsonValue,
  type MenuItem,
  type MicroflowRecord,
  type PageRecord,
  type ProjectIndex,
  type ProjectRecord,
  systemModule,
  type WidgetRecord,
} from "@rivulet/model";
import { widgetsOfPage } from "@rivulet/pages";

/** What the tutorial calls the things that it makes. */
export const tutorialNames = {
  entity: "DBTable",
  attribute: "TableName",
  microflow: "DS_ListTables",
  page: "Table_Overview",
} as const;

/** What a project has of the tutorial so far. */
export interface TutorialFacts {
  /** Entities in modules of the project's own. */
  readonly entities: readonly EntityRecord[];
  readonly entity: EntityRecord | undefined;
  readonly microflow: MicroflowRecord | undefined;
  /** Elements of the microflow, those in loops too. */
  readonly elements: readonly ElementRecord[];
  readonly page: PageRecord | undefined;
  readonly widgets: readonly WidgetRecord[];
  readonly menu: readonly MenuItem[];
  /** `Module.Name` of what is there. */
  readonly nameOf: (record: { readonly id: string } | undefined) => string | undefined;
  /** Whether the application was opened; no project tells that. */
  readonly hasRun: boolean;
}

function* elementsIn(parent: string, index: ProjectIndex): Generator<ElementRecord> {
  for (const record of index.children(parent)) {
    if (record.type !== "element") continue;
    yield record;
    yield* elementsIn(record.id, index);
  }
}

/** What is in modules of the project's own, entities, microflows, pages and the rest. */
function ownRecords(index: ProjectIndex): readonly ProjectRecord[] {
  const connectors = new Set([
    systemModule.name,
    ...(index.settings?.connectors ?? []).map(({ module }) => module),
  ]);
  return index
    .modules()
    .filter(({ name }) => !connectors.has(name))
    .flatMap(({ id }) => index.children(id));
}

/** Whether a project is one to learn with: it is empty, or has something of the tutorial already. */
export function isForTutorial(index: ProjectIndex): boolean {
  const own = ownRecords(index).filter(({ type }) => type !== "placement");
  const names = new Set<string>(Object.values(tutorialNames));
  return own.length === 0 || own.some((record) => "name" in record && names.has(record.name));
}

/** Reads a project as the tutorial looks at it: by the names that its steps say, in any module of the project's own. */
export function tutorialFacts(index: ProjectIndex, hasRun: boolean): TutorialFacts {
  const own = ownRecords(index);
  const entities = own.filter((record) => record.type === "entity");
  const microflow = own
    .filter((record) => record.type === "microflow")
    .find(({ name }) => name === tutorialNames.microflow);
  const page = own.filter((record) => record.type === "page").find(({ name }) => name === tutorialNames.page);
  return {
    entities,
    entity: entities.find(({ name }) => name === tutorialNames.entity),
    microflow,
    elements: microflow ? [...elementsIn(microflow.id, index)] : [],
    page,
    widgets: page ? [...widgetsOfPage(page.id, index)] : [],
    menu: index.settings?.navigation?.menu ?? [],
    nameOf: (record) => record && index.qualifiedNameOf(record),
    hasRun,
  };
}

/** A text that an element has in a field; empty when it has none. */
export function textIn(
  element: { readonly fields: Readonly<Record<string, JsonValue>> } | undefined,
  field: string,
) {
  const value = element?.fields[field];
  return typeof value === "string" ? value : "";
}

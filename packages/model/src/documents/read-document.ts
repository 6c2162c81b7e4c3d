import type { JsonValue } from "../json/json-value.ts";
import { migrateToNewest } from "../migrations/format-history.ts";
import type { Problem } from "../problem.ts";
import { placementId } from "../records/record-id.ts";
import type { ProjectRecord } from "../records/records.ts";
import type { WidgetDocument } from "../records/widget-document.ts";
import type { DocumentKind } from "./document.ts";
import { type DocumentContent, documentSchemas } from "./document-formats.ts";
import { documentHistories } from "./document-histories.ts";
import { problemsOfIssue } from "./schema-problem.ts";

/** What the place of a file says about the records in it. */
export interface DocumentContext {
  readonly file: string;
  /**
   * Id of the module whose folder the file is in; for the layout of a microflow the id of the microflow, for that
   * of a domain model the id of the module. Not used for `project` and `module`.
   */
  readonly owner: string;
}

/** Records, or the reasons why there are none. */
export type ReadResult =
  | { readonly records: readonly ProjectRecord[] }
  | { readonly problems: readonly Problem[] };

/** What a file holds beside its format and version, by kind. */
type DocumentBodies = {
  readonly [Kind in DocumentKind]: Omit<DocumentContent<Kind>, "format" | "version">;
};

type Reader<Kind extends DocumentKind> = (body: DocumentBodies[Kind], owner: string) => readonly object[];

interface InDocument {
  readonly parent?: string | undefined;
}

/** Gives records their type and, where the file leaves it out, their parent. */
function typed(
  type: ProjectRecord["type"],
  records: readonly (object & InDocument)[],
  parent: string,
): object[] {
  return records.map((record) => ({ ...record, type, parent: record.parent ?? parent }));
}

/** A document with the widgets in it. */
function withWidgets(
  type: WidgetDocument["type"],
  { widgets, ...document }: DocumentBodies[WidgetDocument["type"]],
  owner: string,
): object[] {
  return [...typed(type, [document], owner), ...typed("widget", widgets, document.id)];
}

const readers: { readonly [Kind in DocumentKind]: Reader<Kind> } = {
  project: (body) => [{ ...body, id: "project", type: "project" }],
  module: (body) => typed("module", [body], "project"),
  enumeration: (body, owner) => typed("enumeration", [body], owner),
  constant: (body, owner) => typed("constant", [body], owner),
  domainModel: (body, owner) => [
    ...typed("entity", body.entities, owner),
    ...typed("association", body.associations, owner),
  ],
  microflow: ({ elements, sequenceFlows, annotationFlows, ...microflow }, owner) => [
    ...typed("microflow", [microflow], owner),
    ...typed("element", elements, microflow.id),
    ...typed("sequenceFlow", sequenceFlows, microflow.id),
    ...typed("annotationFlow", annotationFlows ?? [], microflow.id),
  ],
  page: (body, owner) => withWidgets("page", body, owner),
  pageLayout: (body, owner) => withWidgets("pageLayout", body, owner),
  snippet: (body, owner) => withWidgets("snippet", body, owner),
  layout: ({ placements }, owner) =>
    Object.entries(placements).map(([of, placement]) => ({
      ...placement,
      id: placementId(of),
      type: "placement",
      parent: owner,
      of,
    })),
};

/** The records of what a document's file holds beside its format and version. The schema has accepted it. */
export function recordsOfBody<Kind extends DocumentKind>(
  kind: Kind,
  body: DocumentBodies[Kind],
  owner: string,
): ProjectRecord[] {
  const reader: Reader<Kind> = readers[kind];
  return reader(body, owner) as ProjectRecord[];
}

/**
 * The records of a file's content; content of an older format version is brought to the newest one first. Nothing is
 * kept of a file that has a problem.
 *
 * @example readDocument("module", parseJson(text), { file: "modules/Sales/module.json", owner: "project" })
 */
export function readDocument(kind: DocumentKind, content: JsonValue, context: DocumentContext): ReadResult {
  const migrated = migrateToNewest(documentHistories[kind], content, context.file);
  if ("problems" in migrated) return migrated;
  const result = documentSchemas[kind].safeParse(migrated.content);
  if (!result.success) {
    const { issues } = result.error;
    return { problems: issues.flatMap((issue) => problemsOfIssue(issue, migrated.content, context.file)) };
  }
  const { format: _format, version: _version, ...body } = result.data;
  return { records: recordsOfBody(kind, body as DocumentBodies[typeof kind], context.owner) };
}

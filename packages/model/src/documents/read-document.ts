import { isJsonObject, type JsonValue } from "../json/json-value.ts";
import { errorAt, type Problem } from "../problem.ts";
import { placementId } from "../records/record-id.ts";
import type { ProjectRecord } from "../records/records.ts";
import type { DocumentKind } from "./document.ts";
import {
  type DocumentContent,
  documentFormats,
  documentSchemas,
  documentVersions,
} from "./document-formats.ts";
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

function headProblem(kind: DocumentKind, content: JsonValue, file: string): Problem | undefined {
  const at = (code: string, field: string, message: string) => errorAt({ file, field }, code, message);
  if (!isJsonObject(content)) return at("wrong-format", "", `${file} holds no JSON object.`);
  const { format, version } = content;
  if (format !== documentFormats[kind]) {
    const found = typeof format === "string" ? `"${format}"` : "no format";
    return at(
      "wrong-format",
      "format",
      `${file} should have the format "${documentFormats[kind]}" but has ${found}.`,
    );
  }
  if (version !== documentVersions[kind]) {
    const newest = documentVersions[kind];
    return at(
      "unknown-version",
      "version",
      `${file} has format version ${JSON.stringify(version)}; this Rivulet reads up to version ${newest}. Open it with a newer Rivulet.`,
    );
  }
  return undefined;
}

type Reader<Kind extends DocumentKind> = (
  body: Omit<DocumentContent<Kind>, "format" | "version">,
  owner: string,
) => readonly object[];

interface InMicroflow {
  readonly parent?: string | undefined;
}

/** Gives records their type and, where the file leaves it out, their parent. */
function typed(
  type: ProjectRecord["type"],
  records: readonly (object & InMicroflow)[],
  parent: string,
): object[] {
  return records.map((record) => ({ ...record, type, parent: record.parent ?? parent }));
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
  layout: ({ placements }, owner) =>
    Object.entries(placements).map(([of, placement]) => ({
      ...placement,
      id: placementId(of),
      type: "placement",
      parent: owner,
      of,
    })),
};

function recordsOf(kind: DocumentKind, content: DocumentContent, owner: string): ProjectRecord[] {
  const { format: _format, version: _version, ...body } = content;
  const reader = readers[kind] as Reader<DocumentKind>;
  return reader(body, owner) as ProjectRecord[];
}

/**
 * The records of a file's content in the newest format version (see migrations for older ones). Nothing is kept of
 * a file that has a problem.
 *
 * @example readDocument("module", parseJson(text), { file: "modules/Sales/module.json", owner: "project" })
 */
export function readDocument(kind: DocumentKind, content: JsonValue, context: DocumentContext): ReadResult {
  const wrongHead = headProblem(kind, content, context.file);
  if (wrongHead) return { problems: [wrongHead] };
  const result = documentSchemas[kind].safeParse(content);
  if (!result.success) {
    return {
      problems: result.error.issues.flatMap((issue) => problemsOfIssue(issue, content, context.file)),
    };
  }
  return { records: recordsOf(kind, result.data, context.owner) };
}

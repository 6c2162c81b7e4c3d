import {
  asJson,
  documentsOf,
  type JsonObject,
  type JsonValue,
  type ProjectRecord,
  writeDocument,
} from "@rivulet/model";
import type { LoadedDocument, PresentDocument } from "@rivulet/model/folder";
import * as z from "zod/mini";
import type { OpenedProject } from "./opened-project.ts";

const jsonObject = z.record(z.string(), z.unknown());

/** Content hash of each document by its id. */
export const hashesSchema = z.record(z.string(), z.string());

const documentSchema = z.object({ id: z.string(), kind: z.string(), path: z.string(), hash: z.string() });

/** A problem, as the API answers it. */
export const problemSchema = z.object({
  severity: z.enum(["error", "warning"]),
  code: z.string(),
  place: jsonObject,
  message: z.string(),
  fix: z.optional(jsonObject),
});

/** The project as a whole, as the API answers it. */
export const projectSchema = z.object({
  name: z.string(),
  revision: z.int(),
  settings: z.nullable(jsonObject),
  documents: z.array(documentSchema),
  problems: z.object({ errors: z.int(), warnings: z.int() }),
});

/** All records of the project, as the API answers them. */
export const recordsSchema = z.object({
  revision: z.int(),
  records: z.array(jsonObject),
  hashes: hashesSchema,
});

/** A document with its content, as the API answers it. */
export const documentContentSchema = z.extend(documentSchema, {
  content: jsonObject,
  records: z.array(jsonObject),
});

/** Hashes of all documents: what a save says it started from. */
export function hashesOf({ documents }: OpenedProject): Record<string, string> {
  return Object.fromEntries(documents.map(({ id, hash }) => [id, hash]));
}

function documentView({ id, kind, path, hash }: LoadedDocument): JsonObject {
  return { id, kind, path, hash };
}

function recordsJson(records: Iterable<ProjectRecord>): JsonValue {
  return asJson([...records]);
}

/** The project without its records. */
export function projectView(project: OpenedProject): JsonObject {
  const { revision, documents, problems, loaded } = project;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return {
    name: loaded.index.settings?.name ?? "",
    revision,
    settings: asJson(loaded.index.settings ?? null),
    documents: documents.map(documentView),
    problems: { errors, warnings: problems.length - errors },
  };
}

/** The project's own records, with the hashes of the documents that they are in. */
export function recordsView(project: OpenedProject): JsonObject {
  const { revision, loaded } = project;
  return { revision, records: recordsJson(loaded.records.values()), hashes: hashesOf(project) };
}

/** A document: where it is, what its file says, and its records; `undefined` when there is none of this id. */
export function documentContentView(project: OpenedProject, id: string): JsonObject | undefined {
  const known = project.documents.find((document) => document.id === id);
  const document = documentsOf(project.loaded.records).find((candidate) => candidate.id === id);
  if (!known || !document) return undefined;
  return { ...documentView(known), content: writeDocument(document), records: recordsJson(document.records) };
}

/** A document as it is now, for whoever started from an older one. */
export function presentDocumentView({ id, path, hash, records }: PresentDocument): JsonObject {
  return { id, path, hash, records: records === null ? null : recordsJson(records) };
}

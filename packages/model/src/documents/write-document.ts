import { unreachable } from "@rivulet/values";
import { canonicalJson } from "../json/canonical-json.ts";
import type { JsonObject } from "../json/json-value.ts";
import type { ProjectRecord, RecordOf, RecordType } from "../records/records.ts";
import { isWidgetDocument } from "../records/widget-document.ts";
import type { ProjectDocument } from "./document.ts";
import { documentFormats, documentVersions } from "./document-formats.ts";

function recordsOfType<Type extends RecordType>(document: ProjectDocument, type: Type): RecordOf<Type>[] {
  return document.records.filter((record): record is RecordOf<Type> & ProjectRecord => record.type === type);
}

function without(record: object, ...keys: readonly string[]): JsonObject {
  const entries = Object.entries(record as JsonObject);
  return Object.fromEntries(entries.filter(([key, value]) => value !== undefined && !keys.includes(key)));
}

const byName = (left: { name: string }, right: { name: string }) => (left.name < right.name ? -1 : 1);
const byId = (left: { id: string }, right: { id: string }) => (left.id < right.id ? -1 : 1);

/** A record inside a microflow or page: its parent is written only inside a loop or another widget. */
function inDocument(record: { readonly parent: string }, root: string): JsonObject {
  return without(record, "type", ...(record.parent === root ? ["parent"] : []));
}

function microflowContent(document: ProjectDocument): JsonObject {
  const rows = (type: "element" | "sequenceFlow" | "annotationFlow") =>
    recordsOfType(document, type)
      .sort(byId)
      .map((record) => inDocument(record, document.id));
  const annotationFlows = rows("annotationFlow");
  return {
    ...without(recordsOfType(document, "microflow")[0] ?? {}, "type", "parent"),
    elements: rows("element"),
    sequenceFlows: rows("sequenceFlow"),
    ...(annotationFlows.length > 0 ? { annotationFlows } : {}),
  };
}

function contentWithWidgets(document: ProjectDocument): JsonObject {
  return {
    ...without(document.records.find(isWidgetDocument) ?? {}, "type", "parent"),
    widgets: recordsOfType(document, "widget")
      .sort(byId)
      .map((record) => inDocument(record, document.id)),
  };
}

/** What a document's file holds beside its format and version. */
export function documentBody(document: ProjectDocument): JsonObject {
  switch (document.kind) {
    case "project":
      return without(document.records[0] ?? {}, "id", "type");
    case "module":
    case "enumeration":
    case "constant":
      return without(document.records[0] ?? {}, "type", "parent");
    case "domainModel":
      return {
        entities: recordsOfType(document, "entity")
          .sort(byName)
          .map((record) => without(record, "type", "parent")),
        associations: recordsOfType(document, "association")
          .sort(byName)
          .map((record) => without(record, "type", "parent")),
      };
    case "microflow":
      return microflowContent(document);
    case "page":
    case "pageLayout":
    case "snippet":
      return contentWithWidgets(document);
    case "layout": {
      const placements = recordsOfType(document, "placement").map(
        (record) => [record.of, without(record, "id", "type", "parent", "of")] as const,
      );
      return { placements: Object.fromEntries(placements) };
    }
    default:
      return unreachable(document.kind);
  }
}

/** The content of a document's file. Records are in a fixed order, whatever order they were made in. */
export function writeDocument(document: ProjectDocument): JsonObject {
  const { kind } = document;
  return { format: documentFormats[kind], version: documentVersions[kind], ...documentBody(document) };
}

/** The text of a document's file; its SHA-256 is the document's content hash. */
export function printDocument(document: ProjectDocument): string {
  return canonicalJson(writeDocument(document));
}

import { unreachable } from "@rivulet/values";
import type { ProjectRecord, ProjectRecords, RecordOf } from "../records/records.ts";
import { widgetDocumentTypes } from "../records/widget-document.ts";
import { type DocumentKind, domainModelId, layoutId, type ProjectDocument } from "./document.ts";
import { foldersOfKinds, layoutPath, moduleFolder } from "./document-path.ts";

/** The microflow, page, layout or snippet in which a record is drawn, found over the loops or widgets round it. */
function drawnIn(
  record: RecordOf<"element" | "sequenceFlow" | "annotationFlow" | "widget">,
  records: ProjectRecords,
): string | undefined {
  const [inner, roots] =
    record.type === "widget"
      ? (["widget", widgetDocumentTypes] as const)
      : (["element", ["microflow"]] as const);
  let current: ProjectRecord | undefined = records.get(record.parent);
  // Nothing is in more loops or widgets than there are records: a longer way goes round in a circle.
  for (
    let steps = 0;
    current && current.type === inner && "parent" in current && steps < records.size;
    steps += 1
  ) {
    current = records.get(current.parent);
  }
  return roots.some((root) => root === current?.type) ? current?.id : undefined;
}

/**
 * The id of the document that holds a record; `undefined` for a record whose parents do not exist.
 *
 * @example documentIdOf(element, records) // id of its microflow, also from inside a loop
 */
export function documentIdOf(record: ProjectRecord, records: ProjectRecords): string | undefined {
  switch (record.type) {
    case "project":
    case "module":
    case "enumeration":
    case "constant":
    case "microflow":
    case "page":
    case "pageLayout":
    case "snippet":
      return record.id;
    case "entity":
    case "association":
      return domainModelId(record.parent);
    case "placement":
      return layoutId(
        records.get(record.parent)?.type === "module" ? domainModelId(record.parent) : record.parent,
      );
    case "element":
    case "sequenceFlow":
    case "annotationFlow":
    case "widget":
      return drawnIn(record, records);
    default:
      return unreachable(record);
  }
}

interface DocumentPlace {
  readonly kind: DocumentKind;
  readonly path: string;
}

function folderOfModule(module: string, records: ProjectRecords): string | undefined {
  const record = records.get(module);
  return record?.type === "module" ? moduleFolder(record.name) : undefined;
}

/** Kind and path of a document by its id. */
function placeOf(id: string, records: ProjectRecords): DocumentPlace | undefined {
  if (id === "project") return { kind: "project", path: "rivulet.json" };
  if (id.endsWith(":layout")) {
    const drawn = placeOf(id.slice(0, -":layout".length), records);
    return drawn && { kind: "layout", path: layoutPath(drawn.path) };
  }
  if (id.endsWith(":domainModel")) {
    const folder = folderOfModule(id.slice(0, -":domainModel".length), records);
    return folder === undefined ? undefined : { kind: "domainModel", path: `${folder}/domain-model.json` };
  }
  const record = records.get(id);
  return record && placeOfRoot(record, records);
}

function placeOfRoot(record: ProjectRecord, records: ProjectRecords): DocumentPlace | undefined {
  const folder = folderOfModule(
    record.type === "module" || !("parent" in record) ? record.id : record.parent,
    records,
  );
  if (folder === undefined) return undefined;
  switch (record.type) {
    case "module":
      return { kind: "module", path: `${folder}/module.json` };
    case "enumeration":
    case "constant":
    case "microflow":
    case "page":
    case "pageLayout":
    case "snippet":
      return { kind: record.type, path: `${folder}/${foldersOfKinds[record.type]}/${record.name}.json` };
    default:
      return undefined;
  }
}

/** The path of a document by its id; `undefined` when the records have no such document. */
export function documentPathOf(id: string, records: ProjectRecords): string | undefined {
  return placeOf(id, records)?.path;
}

/** Records that are in no document, because a record above them is missing: they cannot be saved. */
export function strayRecords(records: ProjectRecords): ProjectRecord[] {
  const known = new Map<string, boolean>();
  return [...records.values()].filter((record) => {
    const id = documentIdOf(record, records);
    if (id === undefined) return true;
    const exists = known.get(id) ?? placeOf(id, records) !== undefined;
    known.set(id, exists);
    return !exists;
  });
}

/**
 * The documents of a project, in order of their paths. Every module has a domain model, be it empty; a layout
 * exists where something is placed.
 */
export function documentsOf(records: ProjectRecords): ProjectDocument[] {
  const groups = new Map<string, ProjectRecord[]>();
  const groupOf = (id: string): ProjectRecord[] => {
    const group = groups.get(id) ?? [];
    groups.set(id, group);
    return group;
  };
  for (const record of records.values()) {
    const id = documentIdOf(record, records);
    if (id === undefined) continue;
    groupOf(id).push(record);
    if (record.type === "module") groupOf(domainModelId(record.id));
  }
  const documents: ProjectDocument[] = [];
  for (const [id, group] of groups) {
    const place = placeOf(id, records);
    if (place) documents.push({ id, ...place, records: group });
  }
  return documents.sort((left, right) => (left.path < right.path ? -1 : 1));
}

import { unreachable } from "@rivulet/values";
import type { ProjectRecord, ProjectRecords } from "../records/records.ts";
import { type DocumentKind, domainModelId, layoutId, type ProjectDocument } from "./document.ts";
import { foldersOfKinds, layoutPath, moduleFolder } from "./document-path.ts";

/** The record that stands for the document in which `record` is drawn or written, found over its parents. */
function rootOf(record: ProjectRecord, records: ProjectRecords): ProjectRecord | undefined {
  let current: ProjectRecord | undefined = record;
  const seen = new Set<string>();
  while (current && "parent" in current && current.type !== "module" && current.parent !== undefined) {
    const parent = records.get(current.parent);
    if (!parent || parent.type === "module" || seen.has(current.id)) return current;
    seen.add(current.id);
    current = parent;
  }
  return current;
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
    case "annotationFlow": {
      const root = rootOf(record, records);
      return root?.type === "microflow" ? root.id : undefined;
    }
    default:
      return unreachable(record);
  }
}

interface DocumentPlace {
  readonly kind: DocumentKind;
  readonly path: string;
}

function folderOfModule(module: string, records: ProjectRecords): string {
  const record = records.get(module);
  return moduleFolder(record?.type === "module" ? record.name : module);
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
    return { kind: "domainModel", path: `${folder}/domain-model.json` };
  }
  const record = records.get(id);
  if (record?.type === "module")
    return { kind: "module", path: `${folderOfModule(id, records)}/module.json` };
  if (record?.type === "enumeration" || record?.type === "constant" || record?.type === "microflow") {
    const folder = `${folderOfModule(record.parent, records)}/${foldersOfKinds[record.type]}`;
    return { kind: record.type, path: `${folder}/${record.name}.json` };
  }
  return undefined;
}

/** The path of a document by its id; `undefined` when the records have no such document. */
export function documentPathOf(id: string, records: ProjectRecords): string | undefined {
  return placeOf(id, records)?.path;
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

import { documentIdOf, type Place, type ProjectIndex, type ProjectRecord } from "@rivulet/model";
import type { Spot, TabTarget } from "../workspace/workspace.ts";

function targetOf(record: ProjectRecord, index: ProjectIndex): TabTarget | undefined {
  switch (record.type) {
    case "microflow":
    case "page":
    case "pageLayout":
    case "snippet":
    case "enumeration":
    case "constant":
      return { kind: record.type, id: record.id };
    case "entity":
    case "association":
      return { kind: "domainModel", module: record.parent };
    case "module":
      return { kind: "domainModel", module: record.id };
    case "project":
      return { kind: "settings" };
    case "element":
    case "widget":
    case "sequenceFlow":
    case "annotationFlow":
    case "placement": {
      const document = index.records.get(documentIdOf(record, index.records) ?? "");
      return document && document !== record ? targetOf(document, index) : undefined;
    }
  }
}

function documentRecord(name: string, index: ProjectIndex): ProjectRecord | undefined {
  return (
    index.microflow(name) ??
    index.page(name) ??
    index.pageLayout(name) ??
    index.snippet(name) ??
    index.enumeration(name) ??
    index.constant(name) ??
    index.modules().find((module) => module.name === name)
  );
}

/** Where in the studio a place of the project is shown; `undefined` for one that is gone. */
export function spotOfPlace({ record: id, document, field }: Place, index: ProjectIndex): Spot | undefined {
  const own = id === undefined ? undefined : index.records.get(id);
  const record = own ?? (document === undefined ? undefined : documentRecord(document, index));
  const target = record && targetOf(record, index);
  if (!target) return undefined;
  const isDocument = "id" in target && target.id === record.id;
  return { target, records: isDocument ? [] : [record.id], ...(field === undefined ? {} : { field }) };
}

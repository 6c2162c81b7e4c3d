import { documentIdOf, type Place, type ProjectIndex, type ProjectRecord } from "@rivulet/model";
import type { Spot, TabTarget } from "../workspace/workspace.ts";

/** The parts of the project that have a page of their own, by how fields of them begin. */
const pagesOfSettings = { security: "security", navigation: "navigation" } as const;

function pageOfSettings(field = ""): TabTarget {
  const [part = ""] = field.split(".");
  const kind = Object.hasOwn(pagesOfSettings, part)
    ? pagesOfSettings[part as keyof typeof pagesOfSettings]
    : "settings";
  return { kind };
}

function targetOf(record: ProjectRecord, index: ProjectIndex, field?: string): TabTarget | undefined {
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
      return pageOfSettings(field);
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
  const target = record && targetOf(record, index, field);
  if (!target) return undefined;
  const isDocument = "id" in target && target.id === record.id;
  return { target, records: isDocument ? [] : [record.id], ...(field === undefined ? {} : { field }) };
}

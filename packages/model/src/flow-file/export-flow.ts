import type { QualifiedName } from "@rivulet/values";
import type { DocumentKind } from "../documents/document.ts";
import { documentBody } from "../documents/write-document.ts";
import type { NamedRecord, ProjectIndex } from "../index/project-index.ts";
import type { JsonObject } from "../json/json-value.ts";
import type { Problem } from "../problem.ts";
import { splitQualifiedName } from "../records/names.ts";
import type { ConstantRecord, MicroflowRecord, ProjectRecord } from "../records/records.ts";
import { flowClosure } from "./flow-closure.ts";
import { type FlowFile, type FlowModule, flowFileFormat, flowFileVersion } from "./flow-file.ts";
import type { ReferencesOf } from "./flow-references.ts";

/** A flow file, or what has to be mended before there can be one. */
export type ExportFlowResult = { readonly flowFile: FlowFile } | { readonly problems: readonly Problem[] };

const byName = (left: { readonly name: string }, right: { readonly name: string }) =>
  left.name < right.name ? -1 : Number(left.name > right.name);

/** The record of a microflow with all that is drawn in it, and where. */
export function recordsOfMicroflow(index: ProjectIndex, microflow: MicroflowRecord): ProjectRecord[] {
  const below = (parent: string): ProjectRecord[] =>
    index.children(parent).flatMap((record) => [record, ...below(record.id)]);
  return [microflow, ...below(microflow.id)];
}

function bodyOf(kind: DocumentKind, id: string, records: readonly ProjectRecord[]): JsonObject {
  const { folder: _folder, ...body } = documentBody({ id, kind, path: "", records });
  return body;
}

function constantBody(record: ConstantRecord): JsonObject {
  const { defaultValue: _secret, ...rest } = record;
  return bodyOf("constant", record.id, [record.isSecret ? rest : record]);
}

function microflowBody(index: ProjectIndex, record: MicroflowRecord): JsonObject {
  const records = recordsOfMicroflow(index, record);
  const { placements = {} } = bodyOf("layout", record.id, records);
  const body = bodyOf("microflow", record.id, records);
  return Object.keys(placements as JsonObject).length > 0 ? { ...body, placements } : body;
}

function moduleOf(index: ProjectIndex, name: string, records: readonly NamedRecord[]): FlowModule {
  const ofType = <Type extends NamedRecord["type"]>(type: Type) =>
    records
      .filter((record): record is Extract<NamedRecord, { type: Type }> => record.type === type)
      .sort(byName);
  const roles = ofType("microflow").flatMap(({ allowedRoles }) => allowedRoles);
  const module = {
    name,
    roles: [...new Set(roles)].sort((left, right) => (left < right ? -1 : 1)),
    ...bodyOf("domainModel", "", [...ofType("entity"), ...ofType("association")]),
    enumerations: ofType("enumeration").map((record) => bodyOf("enumeration", record.id, [record])),
    constants: ofType("constant").map(constantBody),
    microflows: ofType("microflow").map((record) => microflowBody(index, record)),
  };
  return module as unknown as FlowModule;
}

/**
 * Puts a microflow and everything that it needs into one file: sub-microflows, entities with their generalizations
 * and associations, enumerations, constants with their default values, never the value of a secret. Of connector
 * modules it names module and version.
 *
 * @param index the project together with its connector modules (`withConnectors`)
 * @returns problems when the microflow, or something that it names, does not exist
 * @example exportFlow(index, "MyFirstModule.DS_ListTables", references)
 */
export function exportFlow(
  index: ProjectIndex,
  microflow: QualifiedName,
  references: ReferencesOf,
): ExportFlowResult {
  const { records, connectors, problems } = flowClosure(index, microflow, references);
  if (problems.length > 0) return { problems };
  const modules = new Map<string, NamedRecord[]>();
  for (const [name, record] of records) {
    const module = splitQualifiedName(name)?.module ?? "";
    modules.set(module, [...(modules.get(module) ?? []), record]);
  }
  const flowFile: FlowFile = {
    format: flowFileFormat,
    version: flowFileVersion,
    microflow,
    connectors: (index.settings?.connectors ?? [])
      .filter(({ module }) => connectors.has(module))
      .toSorted((left, right) => (left.module < right.module ? -1 : 1)),
    modules: [...modules].map(([name, own]) => moduleOf(index, name, own)).sort(byName),
  };
  return { flowFile };
}

import { type QualifiedName, unreachable } from "@rivulet/values";
import { recordsOfBody } from "../documents/read-document.ts";
import { documentBody } from "../documents/write-document.ts";
import type { NamedRecord, ProjectIndex } from "../index/project-index.ts";
import type { JsonObject } from "../json/json-value.ts";
import type { EntityRecord, ProjectRecord } from "../records/records.ts";
import { recordsOfMicroflow } from "./export-flow.ts";
import type { FlowFile, FlowModule } from "./flow-file.ts";

/** Something with a qualified name, in a flow file or in a project, with all records that belong to it alone. */
export interface FlowUnit {
  readonly module: string;
  readonly named: NamedRecord;
  /** The one with the name and, of a microflow, what is drawn in it and where. */
  readonly records: readonly ProjectRecord[];
}

/** `Module.Name` of a unit. */
export function nameOfUnit({ module, named }: FlowUnit): QualifiedName {
  return `${module}.${named.name}`;
}

function unitOf(module: string, records: readonly ProjectRecord[]): FlowUnit {
  return { module, named: records[0] as NamedRecord, records };
}

function unitsOfModule(module: FlowModule, parent: string): FlowUnit[] {
  const { name, entities, associations, enumerations, constants, microflows } = module;
  const inDomainModel = recordsOfBody("domainModel", { entities, associations }, parent);
  return [
    ...inDomainModel.map((record) => unitOf(name, [record])),
    ...enumerations.map((body) => unitOf(name, recordsOfBody("enumeration", body, parent))),
    ...constants.map((body) => unitOf(name, recordsOfBody("constant", body, parent))),
    ...microflows.map(({ placements = {}, ...body }) => {
      const layout = recordsOfBody("layout", { placements }, body.id);
      return unitOf(name, [...recordsOfBody("microflow", body, parent), ...layout]);
    }),
  ];
}

/** What a flow file holds. The records have the parents that `idOfModule` gives. */
export function unitsOfFlowFile(
  { modules }: FlowFile,
  idOfModule: (module: string) => string,
): readonly FlowUnit[] {
  return modules.flatMap((module) => unitsOfModule(module, idOfModule(module.name)));
}

/** A unit of a project; `undefined` for a record whose module does not exist. */
export function unitOfProject(index: ProjectIndex, named: NamedRecord): FlowUnit | undefined {
  const module = index.records.get(named.parent);
  if (module?.type !== "module") return undefined;
  return {
    module: module.name,
    named,
    records: named.type === "microflow" ? recordsOfMicroflow(index, named) : [named],
  };
}

/** What is compared of an attribute: all but its id. */
function entityContent({ attributes, ...entity }: EntityRecord): object {
  return { ...entity, attributes: attributes.map(({ id: _id, ...attribute }) => attribute) };
}

function contentOf({ named, records }: FlowUnit): object {
  switch (named.type) {
    case "entity":
      return entityContent(named);
    case "microflow":
      return documentBody({ id: named.id, kind: "microflow", path: "", records });
    case "constant":
      return named.isSecret ? { ...named, defaultValue: null } : named;
    case "association":
    case "enumeration":
    case "page":
    case "pageLayout":
    case "snippet":
      return named;
    default:
      return unreachable(named);
  }
}

/**
 * What makes two units of the same type the same: everything but ids, the explorer's folder, positions, and the value
 * of a secret. Elements of a microflow are told apart by their ids, so these count.
 */
export function comparableContent(unit: FlowUnit): JsonObject {
  const {
    id: _id,
    type: _type,
    parent: _parent,
    folder: _folder,
    ...content
  } = contentOf(unit) as JsonObject;
  return { module: unit.module, ...content };
}

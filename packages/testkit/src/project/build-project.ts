import { ActivityCatalog, platformDefinitions } from "@rivulet/activities";
import {
  type AssociationRecord,
  type AttributeRecord,
  type ConstantRecord,
  type EntityRecord,
  type EnumerationRecord,
  ProjectIndex,
  type ProjectRecord,
  type ProjectRecords,
  withConnectors,
} from "@rivulet/model";
import { buildMicroflow } from "./build-microflow.ts";
import { layoutRecords, pageRecords, snippetRecords } from "./build-page.ts";
import type {
  AttributeSketch,
  ConstantSketch,
  EntitySketch,
  ModuleSketch,
  ProjectSketch,
} from "./project-sketch.ts";
import { attributeTypeFromText, dataTypeFromText } from "./types-from-text.ts";

/** A project in memory, ready to be checked, compiled or saved. */
export interface SampleProject {
  readonly records: ProjectRecords;
  readonly index: ProjectIndex;
  readonly catalog: ActivityCatalog;
}

function attributeRecord(entity: string, name: string, sketch: string | AttributeSketch): AttributeRecord {
  const id = `${entity}.${name}`;
  if (typeof sketch === "string") return { id, name, attributeType: attributeTypeFromText(sketch) };
  return { id, name, attributeType: attributeTypeFromText(sketch.type), defaultValue: sketch.defaultValue };
}

function entityRecord(module: string, name: string, sketch: EntitySketch): EntityRecord {
  const { attributes = {}, generalization, isAbstract, isPersistable = false, accessRules } = sketch;
  const id = `${module}.${name}`;
  return {
    id,
    type: "entity",
    parent: module,
    name,
    isPersistable,
    ...(generalization === undefined ? {} : { generalization }),
    ...(isAbstract === undefined ? {} : { isAbstract }),
    attributes: Object.entries(attributes).map(([key, attribute]) => attributeRecord(id, key, attribute)),
    ...(accessRules === undefined ? {} : { accessRules }),
  };
}

/** `Line -> Order`; a name without a module is of the association's own module. */
function associationRecord(module: string, name: string, arrow: string): AssociationRecord {
  const [owner = "", sign = "", target = ""] = arrow.split(" ");
  const qualified = (entity: string) => (entity.includes(".") ? entity : `${module}.${entity}`);
  return {
    id: `${module}.${name}`,
    type: "association",
    parent: module,
    name,
    owner: qualified(owner),
    target: qualified(target),
    multiplicity: sign === "->>" ? "set" : "single",
    ...(sign === "<->" ? { isOneToOne: true } : {}),
  };
}

function enumerationRecord(module: string, name: string, keys: readonly string[]): EnumerationRecord {
  const values = keys.map((key) => ({ name: key, caption: key }));
  return { id: `${module}.${name}`, type: "enumeration", parent: module, name, values };
}

function constantRecord(
  module: string,
  name: string,
  { type, value, isSecret }: ConstantSketch,
): ConstantRecord {
  return {
    id: `${module}.${name}`,
    type: "constant",
    parent: module,
    name,
    dataType: dataTypeFromText(type),
    ...(value === undefined ? {} : { defaultValue: value }),
    ...(isSecret === undefined ? {} : { isSecret }),
  };
}

function moduleRecords(name: string, sketch: ModuleSketch): ProjectRecord[] {
  const each = <Part>(
    parts: Readonly<Record<string, Part>> = {},
    make: (key: string, part: Part) => ProjectRecord[],
  ) => Object.entries(parts).flatMap(([key, part]) => make(key, part));
  const roles = (sketch.roles ?? []).map((role) => ({ name: role }));
  const folders = (sketch.folders ?? []).map((folder) => ({ id: `${name}.folder.${folder}`, name: folder }));
  return [
    { id: name, type: "module", parent: "project", name, roles, folders },
    ...each(sketch.enumerations, (key, keys) => [enumerationRecord(name, key, keys)]),
    ...each(sketch.constants, (key, constant) => [constantRecord(name, key, constant)]),
    ...each(sketch.entities, (key, entity) => [entityRecord(name, key, entity)]),
    ...each(sketch.associations, (key, arrow) => [associationRecord(name, key, arrow)]),
    ...each(sketch.microflows, (key, microflow) => buildMicroflow(key, name, microflow)),
    ...each(sketch.pages, (key, page) => pageRecords(name, key, page)),
    ...each(sketch.layouts, (key, layout) => layoutRecords(name, key, layout)),
    ...each(sketch.snippets, (key, snippet) => snippetRecords(name, key, snippet)),
  ];
}

/**
 * The records of a project that is written in few words. Ids are names: a module has its name, everything in it
 * `Module.Name`, attributes `Module.Entity.Attribute`, elements `Module.Microflow.key`.
 *
 * @example projectRecords({ modules: { Sales: { entities: { Order: { attributes: { Total: "Decimal" } } } } } })
 */
export function projectRecords(sketch: ProjectSketch): ProjectRecords {
  const {
    modules = {},
    configurations = [],
    connectors = [],
    userRoles = [],
    demoUsers,
    demoUsersInProduction,
    securityLevel = "off",
    navigation,
  } = sketch;
  const records: ProjectRecord[] = [
    {
      id: "project",
      type: "project",
      name: "Sample",
      connectors,
      configurations,
      security: {
        level: securityLevel,
        userRoles,
        ...(demoUsers ? { demoUsers } : {}),
        ...(demoUsersInProduction === undefined ? {} : { demoUsersInProduction }),
      },
      ...(navigation ? { navigation } : {}),
    },
    ...Object.entries(modules).flatMap(([name, module]) => moduleRecords(name, module)),
  ];
  return new Map(records.map((record) => [record.id, record]));
}

const platformCatalog = new ActivityCatalog(platformDefinitions);

/** A project of some records, with the platform's activities unless others are given. */
export function sampleProject(
  records: ProjectRecords,
  catalog: ActivityCatalog = platformCatalog,
): SampleProject {
  return { records, index: new ProjectIndex(withConnectors(records, []).records), catalog };
}

/**
 * A project that is written in few words (see {@link ProjectSketch}).
 *
 * @example
 * const project = buildProject({
 *   modules: {
 *     Sales: {
 *       entities: { Order: { attributes: { Total: "Decimal" } } },
 *       microflows: { Make: { elements: { make: createObject("Sales.Order", "Order", { Total: "1" }) } } },
 *     },
 *   },
 * });
 */
export function buildProject(
  sketch: ProjectSketch,
  catalog: ActivityCatalog = platformCatalog,
): SampleProject {
  return sampleProject(projectRecords(sketch), catalog);
}

/** The same project with one record changed or, by `undefined`, taken away. */
export function withRecord(
  { records, catalog }: SampleProject,
  id: string,
  change: (record: ProjectRecord) => ProjectRecord | undefined,
): SampleProject {
  const record = records.get(id);
  if (!record) throw new Error(`The sample has no record "${id}".`);
  const changed = new Map(records);
  const result = change(record);
  if (result) changed.set(id, result);
  else changed.delete(id);
  return sampleProject(changed, catalog);
}

/** The same project with more records. */
export function withRecords(
  { records, catalog }: SampleProject,
  more: readonly ProjectRecord[],
): SampleProject {
  return sampleProject(new Map([...records, ...more.map((record) => [record.id, record] as const)]), catalog);
}

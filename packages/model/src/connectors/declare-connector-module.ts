import type { JsonValue } from "../json/json-value.ts";
import type {
  AssociationRecord,
  AttributeRecord,
  ConstantRecord,
  EntityRecord,
  EnumerationRecord,
  ModuleRecord,
  ProjectRecord,
} from "../records/records.ts";
import type { ConnectorModule } from "./connector-module.ts";

/*
 * Connector modules are long catalogues. These declarations let them be read as such: one line a fact, and the
 * records with their ids, parents and qualified names are made here.
 */

const simpleTypes = {
  String: { kind: "string" },
  Integer: { kind: "integer" },
  Long: { kind: "long" },
  Decimal: { kind: "decimal" },
  Boolean: { kind: "boolean" },
  DateTime: { kind: "dateTime" },
  Binary: { kind: "binary" },
} as const satisfies Record<string, AttributeRecord["attributeType"]>;

/** A type as it is written in a declaration; an enumeration of the own module goes without its module. */
export type DeclaredType = keyof typeof simpleTypes | `Enumeration(${string})`;

/** One attribute: name, type, and what it holds. */
export type AttributeRow = readonly [
  name: string,
  type: DeclaredType,
  documentation: string,
  /** `secret`: its values are not shown in traces. `required`: activities need a value. */
  mark?: "secret" | "required",
];

/** An entity; see {@link entity}. */
export interface EntityDeclaration {
  readonly name: string;
  readonly documentation: string;
  /** Its generalization; without a module it is in the own one. */
  readonly specializes?: string;
  readonly isAbstract?: boolean;
  /** Most entities of connectors live in memory only. */
  readonly isPersistable?: boolean;
  readonly attributes?: readonly AttributeRow[];
}

/** An association, as a rule named `<Owner>_<Target>`; see {@link manyToOne}, {@link oneToOne} and {@link manyToMany}. */
export interface AssociationDeclaration {
  readonly owner: string;
  readonly target: string;
  readonly kind: "manyToOne" | "oneToOne" | "manyToMany";
  readonly documentation: string;
  /** Another name than `<Owner>_<Target>`. */
  readonly name?: string;
  /** How many owners activities need a target to have. */
  readonly minimumOwners?: number;
}

/** One value of an enumeration: key, caption, and what it means. */
export type EnumerationValueRow = readonly [name: string, caption: string, documentation: string];

/** An enumeration; see {@link enumeration}. */
export interface EnumerationDeclaration {
  readonly name: string;
  readonly documentation: string;
  readonly values: readonly EnumerationValueRow[];
}

/** A constant. A secret one has no default. */
export interface ConstantDeclaration {
  readonly name: string;
  readonly type: "String" | "Integer" | "Decimal" | "Boolean";
  readonly documentation: string;
  /** Path of its folder in the explorer. */
  readonly folder: string;
  readonly isSecret?: boolean;
  readonly defaultValue?: JsonValue;
}

/** A part of a module, so that what belongs together can be declared in one file. */
export interface ModulePart {
  readonly entities?: readonly EntityDeclaration[];
  readonly associations?: readonly AssociationDeclaration[];
  readonly enumerations?: readonly EnumerationDeclaration[];
  readonly constants?: readonly ConstantDeclaration[];
}

/** A connector module; see {@link declareConnectorModule}. */
export interface ConnectorModuleDeclaration {
  readonly name: string;
  readonly version: string;
  readonly documentation: string;
  /** Paths of the folders in the explorer, parents first: `["Operations", "Settings/Keys"]`. */
  readonly folders: readonly string[];
  readonly parts: readonly ModulePart[];
}

/**
 * Declares an entity.
 *
 * @example entity("Table", "A table that was found.", { attributes: [["TableName", "String", "Name of the table."]] })
 */
export function entity(
  name: string,
  documentation: string,
  rest: Omit<EntityDeclaration, "name" | "documentation"> = {},
): EntityDeclaration {
  return { name, documentation, ...rest };
}

/** Declares that each `owner` refers to one `target`, and a target may have many owners. */
export function manyToOne(owner: string, target: string, documentation: string): AssociationDeclaration {
  return { owner, target, kind: "manyToOne", documentation };
}

/**
 * The same for a target of which activities take no object without such an owner.
 *
 * @example needed(manyToOne("Line", "Order", "The lines of the order."))
 */
export function needed(association: AssociationDeclaration): AssociationDeclaration {
  return { ...association, minimumOwners: 1 };
}

/** Declares that an `owner` and a `target` have each other and no other. */
export function oneToOne(owner: string, target: string, documentation: string): AssociationDeclaration {
  return { owner, target, kind: "oneToOne", documentation };
}

/** Declares that each `owner` refers to any number of `target`s, and a target may have many owners. */
export function manyToMany(owner: string, target: string, documentation: string): AssociationDeclaration {
  return { owner, target, kind: "manyToMany", documentation };
}

/** Declares an enumeration. @example enumeration("ENUM_Boolean", "Yes, no or neither.", [["_True", "True", "Yes."]]) */
export function enumeration(
  name: string,
  documentation: string,
  values: readonly EnumerationValueRow[],
): EnumerationDeclaration {
  return { name, documentation, values };
}

const folderId = (module: string, path: string) => `${module}:${path.replaceAll("/", ":")}`;

function folderRecord(module: string, path: string): ModuleRecord["folders"][number] {
  const slash = path.lastIndexOf("/");
  const folder = { id: folderId(module, path), name: path.slice(slash + 1) };
  return slash < 0 ? folder : { ...folder, parent: folderId(module, path.slice(0, slash)) };
}

const qualified = (module: string, name: string) => (name.includes(".") ? name : `${module}.${name}`);

function attributeType(module: string, type: DeclaredType): AttributeRecord["attributeType"] {
  const [, enumerationName] = /^Enumeration\((.+)\)$/.exec(type) ?? [];
  return enumerationName === undefined
    ? simpleTypes[type as keyof typeof simpleTypes]
    : { kind: "enumeration", enumeration: qualified(module, enumerationName) };
}

function entityRecord(module: string, declared: EntityDeclaration): EntityRecord {
  const { name, documentation, specializes, isAbstract, isPersistable = false, attributes = [] } = declared;
  const id = `${module}.${name}`;
  return {
    id,
    type: "entity",
    parent: module,
    name,
    documentation,
    isPersistable,
    ...(specializes === undefined ? {} : { generalization: qualified(module, specializes) }),
    ...(isAbstract === undefined ? {} : { isAbstract }),
    attributes: attributes.map(([attribute, type, text, mark]) => ({
      id: `${id}.${attribute}`,
      name: attribute,
      attributeType: attributeType(module, type),
      documentation: text,
      ...(mark === "secret" ? { isSecret: true } : {}),
      ...(mark === "required" ? { isRequired: true } : {}),
    })),
  };
}

function associationRecord(module: string, declared: AssociationDeclaration): AssociationRecord {
  const { owner, target, kind, documentation, minimumOwners } = declared;
  const { name = `${owner}_${target}` } = declared;
  return {
    id: `${module}.${name}`,
    type: "association",
    parent: module,
    name,
    documentation,
    owner: qualified(module, owner),
    target: qualified(module, target),
    multiplicity: kind === "manyToMany" ? "set" : "single",
    ...(kind === "oneToOne" ? { isOneToOne: true } : {}),
    ...(minimumOwners === undefined ? {} : { minimumOwners }),
  };
}

function enumerationRecord(module: string, declared: EnumerationDeclaration): EnumerationRecord {
  const { name, documentation, values } = declared;
  const rows = values.map(([key, caption, text]) => ({ name: key, caption, documentation: text }));
  return { id: `${module}.${name}`, type: "enumeration", parent: module, name, documentation, values: rows };
}

function constantRecord(module: string, { type, folder, ...declared }: ConstantDeclaration): ConstantRecord {
  return {
    id: `${module}.${declared.name}`,
    type: "constant",
    parent: module,
    folder: folderId(module, folder),
    dataType: simpleTypes[type],
    ...declared,
  };
}

function recordsOf({ name, documentation, folders, parts }: ConnectorModuleDeclaration): ProjectRecord[] {
  const module: ModuleRecord = {
    id: name,
    type: "module",
    parent: "project",
    name,
    documentation,
    roles: [],
    folders: folders.map((path) => folderRecord(name, path)),
  };
  const records = parts.flatMap(({ entities = [], associations = [], enumerations = [], constants = [] }) => [
    ...entities.map((declared) => entityRecord(name, declared)),
    ...associations.map((declared) => associationRecord(name, declared)),
    ...enumerations.map((declared) => enumerationRecord(name, declared)),
    ...constants.map((declared) => constantRecord(name, declared)),
  ]);
  return [module, ...records];
}

/**
 * Makes a connector module from its declaration. Ids are readable and stable: `Module.Entity`,
 * `Module.Entity.Attribute`; they change only with the names. The records are made when a project first uses them.
 *
 * @example
 * declareConnectorModule({ name: "AcmeMail", version: "1.0.0", documentation: "Sends mail.", folders: ["Operations"],
 *   parts: [{ entities: [entity("Mail", "One message.", { attributes: [["Subject", "String", "Its subject."]] })] }] })
 */
export function declareConnectorModule(declaration: ConnectorModuleDeclaration): ConnectorModule {
  const { name, version } = declaration;
  let records: readonly ProjectRecord[] | undefined;
  return {
    name,
    version,
    get records() {
      records ??= recordsOf(declaration);
      return records;
    },
  };
}

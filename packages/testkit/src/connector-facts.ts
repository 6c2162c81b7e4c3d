import type { AttributeRecord, ConnectorModule, ProjectRecord } from "@rivulet/model";

/** What a connector module says, in the form of the seed catalogues that tests compare it with. */
export interface ConnectorFacts {
  readonly module: string;
  readonly entities: Readonly<Record<string, unknown>>;
  readonly associations: Readonly<Record<string, unknown>>;
  readonly enumerations: Readonly<Record<string, unknown>>;
  readonly constants: Readonly<Record<string, unknown>>;
}

const typeNames: Readonly<Record<AttributeRecord["attributeType"]["kind"], string>> = {
  string: "String",
  integer: "Integer",
  long: "Long",
  decimal: "Decimal",
  boolean: "Boolean",
  dateTime: "DateTime",
  binary: "Binary",
  autoNumber: "AutoNumber",
  hashedString: "HashedString",
  enumeration: "Enumeration",
};

/** A new object has `false` where nothing else is said of a Boolean, and empty everywhere else. */
function attributeFacts({ attributeType, defaultValue, isRequired }: AttributeRecord) {
  const fallback = attributeType.kind === "boolean" ? false : "empty";
  const type =
    attributeType.kind === "enumeration" ? attributeType.enumeration : typeNames[attributeType.kind];
  const facts = { type, default: String(defaultValue ?? fallback) };
  return isRequired ? { ...facts, isRequired } : facts;
}

function factsOf(
  record: ProjectRecord,
  folders: ReadonlyMap<string, string>,
  isListed: (documented: Documented) => boolean,
): unknown {
  switch (record.type) {
    case "entity":
      return {
        generalization: record.generalization ?? null,
        isPersistable: record.isPersistable,
        isAbstract: record.isAbstract ?? false,
        attributes: Object.fromEntries(
          record.attributes.filter(isListed).map((each) => [each.name, attributeFacts(each)]),
        ),
      };
    case "association":
      return {
        owner: record.owner.split(".")[1],
        target: record.target.split(".")[1],
        isOneToOne: record.isOneToOne ?? false,
      };
    case "enumeration":
      return Object.fromEntries(record.values.map(({ name, caption }) => [name, caption]));
    case "constant":
      return {
        type: record.dataType.kind === "integer" ? "Integer" : "String",
        default: String(record.defaultValue ?? "empty"),
        folder: folders.get(record.folder ?? ""),
      };
    default:
      return undefined;
  }
}

function folderPaths(module: ConnectorModule): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const record of module.records) {
    if (record.type !== "module") continue;
    for (const { id, name, parent } of record.folders) {
      paths.set(id, parent === undefined ? name : `${paths.get(parent)}/${name}`);
    }
  }
  return paths;
}

/** What the facts may be chosen by. */
interface Documented {
  readonly documentation?: string | undefined;
}

/**
 * The facts of a connector module by name, to be compared with the catalogue that it follows.
 *
 * @param isListed whether the catalogue should have an entity, attribute, association or enumeration
 * @example expect(connectorFacts(amazonDynamoDBModule)).toEqual(catalogue)
 */
export function connectorFacts(
  module: ConnectorModule,
  isListed: (documented: Documented) => boolean = () => true,
): ConnectorFacts {
  const folders = folderPaths(module);
  const ofType = (type: ProjectRecord["type"]) =>
    Object.fromEntries(
      module.records.flatMap((record) =>
        record.type === type && "name" in record && record.type !== "widget" && isListed(record)
          ? [[record.name, factsOf(record, folders, isListed)]]
          : [],
      ),
    );
  return {
    module: module.name,
    entities: ofType("entity"),
    associations: ofType("association"),
    enumerations: ofType("enumeration"),
    constants: ofType("constant"),
  };
}

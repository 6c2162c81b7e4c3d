import type { DataType, QualifiedName } from "@rivulet/values";
import type { NamedRecord, ProjectIndex } from "../index/project-index.ts";
import { errorAt, type Place, type Problem } from "../problem.ts";
import { splitQualifiedName } from "../records/names.ts";
import type {
  AttributeRecord,
  ElementRecord,
  EntityRecord,
  MicroflowRecord,
  ProjectRecord,
} from "../records/records.ts";
import { systemModule } from "../system/system-module.ts";
import type { FlowReferences, ReferencesOf } from "./flow-references.ts";

/** Everything that a microflow needs, itself included. */
export interface FlowClosure {
  /** Own documents, entities and associations by qualified name, in the order in which they were found. */
  readonly records: ReadonlyMap<QualifiedName, NamedRecord>;
  /** Names of the connector modules that are needed. */
  readonly connectors: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

const typesOfReferences = {
  entities: "entity",
  associations: "association",
  enumerations: "enumeration",
  constants: "constant",
  microflows: "microflow",
} as const satisfies Record<keyof FlowReferences, NamedRecord["type"]>;

const referenceKinds = Object.keys(typesOfReferences) as (keyof FlowReferences)[];

interface Wanted {
  readonly type: NamedRecord["type"];
  readonly name: QualifiedName;
  readonly place: Place;
}

function typeReference(type: DataType | AttributeRecord["attributeType"]): Omit<Wanted, "place"> | undefined {
  if (type.kind === "enumeration") return { type: "enumeration", name: type.enumeration };
  return type.kind === "object" || type.kind === "list" ? { type: "entity", name: type.entity } : undefined;
}

/** The elements of a microflow, those inside loops included, in the order of the records. */
function elementsOf(index: ProjectIndex, parent: string): ElementRecord[] {
  return index
    .children(parent)
    .flatMap((record) => (record.type === "element" ? [record, ...elementsOf(index, record.id)] : []));
}

class ClosureSearch {
  readonly records = new Map<QualifiedName, NamedRecord>();
  readonly connectors = new Set<string>();
  readonly problems: Problem[] = [];
  readonly #index: ProjectIndex;
  readonly #references: ReferencesOf;
  readonly #connectorNames: ReadonlySet<string>;
  readonly #waiting: Wanted[] = [];

  constructor(index: ProjectIndex, references: ReferencesOf) {
    this.#index = index;
    this.#references = references;
    this.#connectorNames = new Set(index.settings?.connectors.map(({ module }) => module));
  }

  search(microflow: QualifiedName): void {
    this.#want({ type: "microflow", name: microflow, place: { document: microflow } });
    this.#takeWaiting();
    this.#takeAssociations();
    this.#takeWaiting();
  }

  #want(wanted: Wanted): void {
    if (!this.records.has(wanted.name)) this.#waiting.push(wanted);
  }

  #takeWaiting(): void {
    for (let wanted = this.#waiting.pop(); wanted; wanted = this.#waiting.pop()) this.#take(wanted);
  }

  #take({ type, name, place }: Wanted): void {
    const module = splitQualifiedName(name)?.module;
    if (module !== undefined && this.#connectorNames.has(module)) return this.#takeConnector(module);
    // Every project has it.
    if (module === systemModule.name) return;
    const record = this.#index.named(name);
    if (record?.type !== type) {
      const message =
        place.document === name
          ? `The project has no ${type} ${name}.`
          : `${place.document} uses the ${type} ${name}, which does not exist. Correct it before the export.`;
      this.problems.push(errorAt(place, `unknown-${type}`, message));
    } else if (!this.records.has(name)) {
      this.records.set(name, record);
      this.#wantAllOf(record, name);
    }
  }

  /** A connector module comes as a whole, so it needs the modules that anything in it names. */
  #takeConnector(module: string): void {
    if (this.connectors.has(module)) return;
    this.connectors.add(module);
    const { id = "" } = this.#index.module(module) ?? {};
    for (const record of this.#index.children(id)) {
      for (const { name } of modelReferences(record)) {
        const other = splitQualifiedName(name)?.module;
        if (other !== undefined && this.#connectorNames.has(other)) this.#takeConnector(other);
      }
    }
  }

  #wantAllOf(record: NamedRecord, document: QualifiedName): void {
    for (const reference of modelReferences(record)) {
      this.#want({ ...reference, place: { document, record: record.id } });
    }
    if (record.type === "microflow") this.#wantElements(record, document);
  }

  #wantElements({ id }: MicroflowRecord, document: QualifiedName): void {
    for (const element of elementsOf(this.#index, id)) {
      const place = { document, record: element.id };
      const connector = splitQualifiedName(element.kind)?.module;
      if (connector !== undefined) this.#takeConnector(connector);
      const references = this.#references(element);
      for (const kind of referenceKinds) {
        for (const name of references[kind]) this.#want({ type: typesOfReferences[kind], name, place });
      }
    }
  }

  /** Associations between entities that are needed anyway belong to them. */
  #takeAssociations(): void {
    const isTaken = (name: QualifiedName) => this.records.get(name)?.type === "entity";
    for (const { name, record } of this.#index.all("association")) {
      if (isTaken(record.owner) && isTaken(record.target)) this.records.set(name, record);
    }
  }
}

function entityReferences({ generalization, attributes }: EntityRecord): Omit<Wanted, "place">[] {
  const types = attributes
    .map(({ attributeType }) => typeReference(attributeType))
    .filter((one) => one !== undefined);
  return generalization === undefined ? types : [{ type: "entity", name: generalization }, ...types];
}

/** What a record of the model names, its elements left out. */
function modelReferences(record: ProjectRecord): Omit<Wanted, "place">[] {
  const typed = (type: DataType) => [typeReference(type)].filter((one) => one !== undefined);
  switch (record.type) {
    case "entity":
      return entityReferences(record);
    case "association":
      return [record.owner, record.target].map((name) => ({ type: "entity", name }));
    case "constant":
      return typed(record.dataType);
    case "microflow":
      return typed(record.returnType);
    default:
      return [];
  }
}

/** Finds everything that a microflow needs: what it names, what that names, and so on. */
export function flowClosure(
  index: ProjectIndex,
  microflow: QualifiedName,
  references: ReferencesOf,
): FlowClosure {
  const search = new ClosureSearch(index, references);
  search.search(microflow);
  return search;
}

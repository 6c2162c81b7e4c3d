import {
  type AssociationEnd,
  type AssociationShape,
  type EntityShape,
  oppositeEnd,
  type QualifiedName,
  seesOne,
} from "@rivulet/values";
import type {
  AssociationRecord,
  ConstantRecord,
  EntityRecord,
  EnumerationRecord,
  MicroflowRecord,
  ModuleRecord,
  PageLayoutRecord,
  PageRecord,
  ProjectRecord,
  ProjectRecords,
  ProjectSettings,
  RecordOf,
  RecordType,
  SnippetRecord,
} from "../records/records.ts";
import { entityShape } from "./entity-shapes.ts";

/** The records that other documents refer to by qualified name. */
export type NamedRecord =
  | EntityRecord
  | AssociationRecord
  | EnumerationRecord
  | ConstantRecord
  | MicroflowRecord
  | PageRecord
  | PageLayoutRecord
  | SnippetRecord;

/** An association seen from one of its ends. */
export interface AssociationStep {
  readonly association: AssociationShape;
  /** Where one stands. */
  readonly end: AssociationEnd;
  /** Entity at the other end. */
  readonly other: QualifiedName;
  /** Whether at most one object is seen from here. */
  readonly isSingle: boolean;
}

const namedTypes = new Set<RecordType>([
  "entity",
  "association",
  "enumeration",
  "constant",
  "microflow",
  "page",
  "pageLayout",
  "snippet",
]);

/** Whether a record is one that others refer to by qualified name. */
export function isNamedRecord(record: ProjectRecord): record is NamedRecord & ProjectRecord {
  return namedTypes.has(record.type);
}

function shapeOfAssociation(name: QualifiedName, record: AssociationRecord): AssociationShape {
  const { id, owner, target, multiplicity, isOneToOne = false, minimumOwners } = record;
  const shape = { id, name, owner, target, multiplicity, isOneToOne };
  return minimumOwners === undefined ? shape : { ...shape, minimumOwners };
}

/**
 * The records of a project, and of the connector modules it uses, found by name. Made anew for a new set of
 * records; nothing in it throws for a project with problems: what cannot be resolved is `undefined`, a second
 * document of the same name is left out, and a cycle of generalizations is cut where it closes.
 *
 * @example new ProjectIndex(records).entity("MyFirstModule.DBTable")?.attributes
 */
export class ProjectIndex {
  readonly records: ProjectRecords;
  readonly #modules = new Map<string, ModuleRecord>();
  readonly #named = new Map<QualifiedName, NamedRecord>();
  readonly #names = new Map<string, QualifiedName>();
  readonly #children = new Map<string, ProjectRecord[]>();
  readonly #shapes = new Map<QualifiedName, EntityShape>();
  readonly #associations = new Map<QualifiedName, AssociationShape>();
  #associationsByEntity: Map<QualifiedName, AssociationStep[]> | undefined;

  constructor(records: ProjectRecords) {
    this.records = records;
    for (const record of records.values()) {
      if (record.type === "module" && !this.#modules.has(record.name)) this.#modules.set(record.name, record);
      if ("parent" in record) this.#addChild(record.parent, record);
    }
    for (const record of records.values()) if (isNamedRecord(record)) this.#addNamed(record);
  }

  #addChild(parent: string, record: ProjectRecord): void {
    const siblings = this.#children.get(parent);
    if (siblings) siblings.push(record);
    else this.#children.set(parent, [record]);
  }

  #addNamed(record: NamedRecord): void {
    const module = this.records.get(record.parent);
    if (module?.type !== "module") return;
    const name = `${module.name}.${record.name}`;
    this.#names.set(record.id, name);
    if (this.#named.has(name)) return;
    this.#named.set(name, record);
    if (record.type === "association") this.#associations.set(name, shapeOfAssociation(name, record));
  }

  #find<Type extends NamedRecord["type"]>(type: Type, name: QualifiedName): RecordOf<Type> | undefined {
    const record = this.#named.get(name);
    return record?.type === type ? (record as RecordOf<Type>) : undefined;
  }

  /** Settings, configurations and security of the project. */
  get settings(): ProjectSettings | undefined {
    const record = this.records.get("project");
    return record?.type === "project" ? record : undefined;
  }

  modules(): ModuleRecord[] {
    return [...this.#modules.values()];
  }

  module(name: string): ModuleRecord | undefined {
    return this.#modules.get(name);
  }

  /** All records of a type that have a qualified name, in the order of the records. */
  all<Type extends NamedRecord["type"]>(type: Type): { name: QualifiedName; record: RecordOf<Type> }[] {
    const found: { name: QualifiedName; record: RecordOf<Type> }[] = [];
    for (const [name, record] of this.#named) {
      if (record.type === type) found.push({ name, record: record as RecordOf<Type> });
    }
    return found;
  }

  /** Whatever has this qualified name. */
  named(name: QualifiedName): NamedRecord | undefined {
    return this.#named.get(name);
  }

  /** `Module.Name` of whatever has one: an entity, association, microflow, page ... */
  qualifiedNameOf(record: { readonly id: string }): QualifiedName | undefined {
    return this.#names.get(record.id);
  }

  entity(name: QualifiedName): EntityRecord | undefined {
    return this.#find("entity", name);
  }

  enumeration(name: QualifiedName): EnumerationRecord | undefined {
    return this.#find("enumeration", name);
  }

  constant(name: QualifiedName): ConstantRecord | undefined {
    return this.#find("constant", name);
  }

  microflow(name: QualifiedName): MicroflowRecord | undefined {
    return this.#find("microflow", name);
  }

  page(name: QualifiedName): PageRecord | undefined {
    return this.#find("page", name);
  }

  pageLayout(name: QualifiedName): PageLayoutRecord | undefined {
    return this.#find("pageLayout", name);
  }

  snippet(name: QualifiedName): SnippetRecord | undefined {
    return this.#find("snippet", name);
  }

  association(name: QualifiedName): AssociationShape | undefined {
    return this.#associations.get(name);
  }

  /** Records whose parent is this one, in the order of the records. */
  children(parent: string): readonly ProjectRecord[] {
    return this.#children.get(parent) ?? [];
  }

  /** Attributes, slots and generalization of an entity; the same object for the same name. */
  shape(name: QualifiedName): EntityShape | undefined {
    return this.#shapes.get(name) ?? this.#makeShape(name);
  }

  /** Makes the shapes of an entity and of all that it specializes, the most general one first. */
  #makeShape(name: QualifiedName): EntityShape | undefined {
    const line = this.#lineOf(name);
    let shape = line.known;
    for (const { name: entity, record } of line.unknown.toReversed()) {
      shape = entityShape(entity, record, shape ?? null);
      this.#shapes.set(entity, shape);
    }
    return shape;
  }

  /** The entities from this one upwards, up to one whose shape is known, or to where a cycle closes. */
  #lineOf(name: QualifiedName): {
    readonly unknown: readonly { readonly name: QualifiedName; readonly record: EntityRecord }[];
    readonly known: EntityShape | undefined;
  } {
    const unknown = new Map<QualifiedName, { name: QualifiedName; record: EntityRecord }>();
    for (let next: QualifiedName | undefined = name; next !== undefined && !unknown.has(next); ) {
      const known = this.#shapes.get(next);
      const record: EntityRecord | undefined = this.entity(next);
      if (known || !record) return { unknown: [...unknown.values()], known };
      unknown.set(next, { name: next, record });
      next = record.generalization;
    }
    return { unknown: [...unknown.values()], known: undefined };
  }

  /** Whether `entity` is `ancestor` or one of its specializations. */
  isKindOf(entity: QualifiedName, ancestor: QualifiedName): boolean {
    for (let shape = this.shape(entity) ?? null; shape; shape = shape.generalization) {
      if (shape.name === ancestor) return true;
    }
    return entity === ancestor;
  }

  /** The entities that are `ancestor` or specialize it. */
  specializationsOf(ancestor: QualifiedName): QualifiedName[] {
    return this.all("entity")
      .map(({ name }) => name)
      .filter((name) => this.isKindOf(name, ancestor));
  }

  /** The associations of an entity from either end, inherited ones included. */
  associationsOf(entity: QualifiedName): AssociationStep[] {
    this.#associationsByEntity ??= this.#indexAssociations();
    const steps: AssociationStep[] = [];
    for (let shape = this.shape(entity) ?? null; shape; shape = shape.generalization) {
      steps.push(...(this.#associationsByEntity.get(shape.name) ?? []));
    }
    return steps;
  }

  #indexAssociations(): Map<QualifiedName, AssociationStep[]> {
    const byEntity = new Map<QualifiedName, AssociationStep[]>();
    for (const association of this.#associations.values()) {
      for (const end of ["owner", "target"] as const) {
        const step = {
          association,
          end,
          other: association[oppositeEnd(end)],
          isSingle: seesOne(association, end),
        };
        const steps = byEntity.get(association[end]);
        if (steps) steps.push(step);
        else byEntity.set(association[end], [step]);
      }
    }
    return byEntity;
  }
}

import type { ConstantLookup, EntityLookup, EnumerationLookup, ModelLookup } from "@rivulet/expressions";
import type { EnumerationRecord, ProjectIndex } from "@rivulet/model";
import type { EntityShape, QualifiedName } from "@rivulet/values";

class EntityOfProject implements EntityLookup {
  readonly name: QualifiedName;
  readonly #shape: EntityShape;
  readonly #index: ProjectIndex;

  constructor(index: ProjectIndex, shape: EntityShape) {
    this.name = shape.name;
    this.#shape = shape;
    this.#index = index;
  }

  get generalization() {
    return this.#shape.generalization?.name;
  }

  attribute(name: string) {
    return this.#shape.attributesByName.get(name);
  }

  attributes() {
    return this.#shape.attributes;
  }

  associations() {
    return this.#index.associationsOf(this.name).map(({ association }) => association);
  }

  isKindOf(entity: QualifiedName) {
    return this.#index.isKindOf(this.name, entity);
  }

  shape() {
    return this.#shape;
  }
}

function enumerationLookup(name: QualifiedName, record: EnumerationRecord): EnumerationLookup {
  return { name, values: record.values.map((value) => ({ key: value.name, caption: value.caption })) };
}

class ModelOfProject implements ModelLookup {
  readonly #index: ProjectIndex;
  readonly #entities = new Map<QualifiedName, EntityLookup>();
  readonly #enumerations = new Map<QualifiedName, EnumerationLookup>();

  constructor(index: ProjectIndex) {
    this.#index = index;
  }

  entity(name: QualifiedName): EntityLookup | undefined {
    const known = this.#entities.get(name);
    const shape = known ? undefined : this.#index.shape(name);
    if (!shape) return known;
    const entity = new EntityOfProject(this.#index, shape);
    this.#entities.set(name, entity);
    return entity;
  }

  association(name: QualifiedName) {
    return this.#index.association(name);
  }

  enumeration(name: QualifiedName): EnumerationLookup | undefined {
    const known = this.#enumerations.get(name);
    const record = known ? undefined : this.#index.enumeration(name);
    if (!record) return known;
    const enumeration = enumerationLookup(name, record);
    this.#enumerations.set(name, enumeration);
    return enumeration;
  }

  constant(name: QualifiedName): ConstantLookup | undefined {
    const record = this.#index.constant(name);
    return record && { name, type: record.dataType };
  }

  *entities() {
    for (const { name } of this.#index.all("entity")) {
      const entity = this.entity(name);
      if (entity) yield entity;
    }
  }

  *enumerations() {
    for (const { name, record } of this.#index.all("enumeration")) yield enumerationLookup(name, record);
  }

  *constants() {
    for (const { name, record } of this.#index.all("constant")) {
      yield { name, type: record.dataType };
    }
  }
}

const lookups = new WeakMap<ProjectIndex, ModelLookup>();

/**
 * A project as expressions see it. There is one for each index, so what it found once is found at once.
 *
 * @example projectLookup(index).entity("Sales.Order")?.attribute("Total")?.type.kind // "decimal"
 */
export function projectLookup(index: ProjectIndex): ModelLookup {
  const lookup = lookups.get(index) ?? new ModelOfProject(index);
  lookups.set(index, lookup);
  return lookup;
}

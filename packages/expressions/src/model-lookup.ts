import type { AssociationShape, AttributeType, DataType, EntityShape, QualifiedName } from "@rivulet/values";

/** An attribute as an expression sees it. */
export interface AttributeLookup {
  readonly name: string;
  readonly type: AttributeType;
}

/** An entity as an expression sees it. */
export interface EntityLookup {
  readonly name: QualifiedName;
  /** The entity that this one specializes. */
  readonly generalization?: QualifiedName | undefined;
  /** An attribute by its name, inherited ones included. */
  attribute(name: string): AttributeLookup | undefined;
  /** All attributes, inherited ones included: completion and suggestions. */
  attributes(): Iterable<AttributeLookup>;
  /** All associations that its objects stand at either end of, inherited ones included. */
  associations(): Iterable<AssociationShape>;
  /** Whether it is `entity` or a specialization of it. */
  isKindOf(entity: QualifiedName): boolean;
  /** Where attributes sit in its objects. Asked for only when an expression is compiled. */
  shape(): EntityShape;
}

/** A value of an enumeration. `caption` is in the project's default language. */
export interface EnumerationValueLookup {
  readonly key: string;
  readonly caption: string;
  /** Captions by language tag, such as `nl-NL` or `nl`. */
  readonly translations?: Readonly<Record<string, string>> | undefined;
}

/** An enumeration as an expression sees it. */
export interface EnumerationLookup {
  readonly name: QualifiedName;
  readonly values: readonly EnumerationValueLookup[];
}

/** A constant as an expression sees it; its value belongs to a configuration and is read at run time. */
export interface ConstantLookup {
  readonly name: QualifiedName;
  readonly type: DataType;
}

/**
 * What an expression may ask of the project. All names are qualified (`Module.Name`); the iterables serve
 * completion and "did you mean", so they are only walked when something is wrong or when somebody types.
 */
export interface ModelLookup {
  entity(name: QualifiedName): EntityLookup | undefined;
  association(name: QualifiedName): AssociationShape | undefined;
  enumeration(name: QualifiedName): EnumerationLookup | undefined;
  constant(name: QualifiedName): ConstantLookup | undefined;
  entities(): Iterable<EntityLookup>;
  enumerations(): Iterable<EnumerationLookup>;
  constants(): Iterable<ConstantLookup>;
}

import type { AssociationEnd, AssociationShape, DataType, EntityShape, QualifiedName } from "@rivulet/values";

/** The values of an enumeration as an expression sees them: key and caption. */
export interface EnumerationLookup {
  readonly values: readonly { readonly name: string; readonly caption: string }[];
}

/** A constant as an expression sees it; its value belongs to a configuration and is read at run time. */
export interface ConstantLookup {
  readonly dataType: DataType;
}

/** An association seen from one of its ends. */
export interface AssociationLookup {
  readonly association: AssociationShape;
  /** Where one stands. */
  readonly end: AssociationEnd;
}

/**
 * What an expression may ask of the project; the model's `ProjectIndex` is one. All names are qualified
 * (`Module.Name`). `all` and `associationsOf` serve completion and "did you mean": they are only asked when
 * something is wrong or when somebody types.
 */
export interface ModelLookup {
  /** Attributes, slots and generalization of an entity. */
  shape(entity: QualifiedName): EntityShape | undefined;
  /** Whether `entity` is `ancestor` or a specialization of it. */
  isKindOf(entity: QualifiedName, ancestor: QualifiedName): boolean;
  association(name: QualifiedName): AssociationShape | undefined;
  associationsOf(entity: QualifiedName): Iterable<AssociationLookup>;
  enumeration(name: QualifiedName): EnumerationLookup | undefined;
  constant(name: QualifiedName): ConstantLookup | undefined;
  all(type: "entity" | "enumeration" | "constant"): Iterable<{ readonly name: QualifiedName }>;
}

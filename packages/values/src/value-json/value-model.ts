import type { QualifiedName } from "../data-type.ts";
import type { AssociationShape, EntityShape } from "../entity-shape.ts";

/** What has to be known about the model to read values; `ProjectIndex` fits. */
export interface ValueModel {
  shape(entity: QualifiedName): EntityShape | undefined;
  entity(name: QualifiedName): { readonly isAbstract?: boolean | undefined } | undefined;
  association(name: QualifiedName): AssociationShape | undefined;
  enumeration(name: QualifiedName): { readonly values: readonly { readonly name: string }[] } | undefined;
}

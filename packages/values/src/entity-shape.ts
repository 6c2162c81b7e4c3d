import type { QualifiedName } from "./data-type.ts";
import { unreachable } from "./unreachable.ts";
import type { Value } from "./value.ts";

/** The types an attribute can have. Integer holds 32 bits, Long 64 (reference logic.md section 4). */
export type AttributeType =
  | { readonly kind: "string"; readonly maximumLength?: number | undefined }
  | {
      readonly kind:
        | "integer"
        | "long"
        | "decimal"
        | "boolean"
        | "dateTime"
        | "binary"
        | "autoNumber"
        | "hashedString";
    }
  | { readonly kind: "enumeration"; readonly enumeration: QualifiedName };

/** An attribute as the runtime sees it: where it sits in the object and what a new object starts with. */
export interface AttributeShape {
  /** Id of what declares it, which stays when that is renamed; left out where nothing does. */
  readonly id?: string;
  readonly name: string;
  readonly type: AttributeType;
  /** Position in the object. A specialization keeps the positions of its generalization. */
  readonly slot: number;
  /** Value of a new object; `null` is empty. */
  readonly initialValue: Value;
  /** Whether its values stay out of traces. */
  readonly isSecret?: boolean;
  /** Whether activities of connectors need a value in it. */
  readonly isRequired?: boolean;
}

/**
 * An association. The owner's objects hold the reference: with `single` one target (many owners may name the
 * same target: *-1), with `set` many. `isOneToOne` means owner both: at most one object on either side.
 */
export interface AssociationShape {
  /** Id of what declares it, which stays when that is renamed; left out where nothing does. */
  readonly id?: string;
  readonly name: QualifiedName;
  readonly owner: QualifiedName;
  readonly target: QualifiedName;
  readonly multiplicity: "single" | "set";
  readonly isOneToOne: boolean;
  /** How many owners activities of connectors need a target to have; left out: none. */
  readonly minimumOwners?: number;
}

/** Which end of an association an object stands at. */
export type AssociationEnd = "owner" | "target";

/** The other end. */
export function oppositeEnd(end: AssociationEnd): AssociationEnd {
  switch (end) {
    case "owner":
      return "target";
    case "target":
      return "owner";
    default:
      return unreachable(end);
  }
}

/** Whether somebody standing at `end` sees at most one object on the other side. */
export function seesOne(association: AssociationShape, end: AssociationEnd): boolean {
  return association.isOneToOne || (end === "owner" && association.multiplicity === "single");
}

/**
 * An entity as the runtime sees it: attributes (inherited ones first, so that slots agree along a
 * generalization), and all associations that its objects can take part in.
 */
export interface EntityShape {
  /** Id of what declares it, which stays when that is renamed; left out where nothing does. */
  readonly id?: string;
  readonly name: QualifiedName;
  readonly generalization: EntityShape | null;
  readonly isPersistable: boolean;
  /** Inherited ones first; `attributes[i].slot === i`. */
  readonly attributes: readonly AttributeShape[];
  readonly attributesByName: ReadonlyMap<string, AttributeShape>;
}

/** Whether `shape` is `entity` or a specialization of it. */
export function isKindOf(shape: EntityShape, entity: QualifiedName): boolean {
  for (let candidate: EntityShape | null = shape; candidate; candidate = candidate.generalization) {
    if (candidate.name === entity) return true;
  }
  return false;
}

/** What can be referred to. */
export type ReferenceKind =
  | "entity"
  /** Named with the entity that declares it: `Sales.Order.Total`. */
  | "attribute"
  | "association"
  | "enumeration"
  /** Named with its enumeration: `Sales.Status.Open`. */
  | "enumerationValue"
  | "constant"
  | "microflow"
  | "page"
  | "pageLayout"
  | "snippet"
  /** A parameter of a microflow that is called, or of a page or snippet that is shown, named with it: `Sales.Total.Order`. */
  | "parameter"
  /** Named without `$`. */
  | "variable";

/** The use of something by its name. */
export interface Reference {
  readonly kind: ReferenceKind;
  /** The whole name, also where only its last part is written, as in `$Order/Total`. */
  readonly name: string;
  /** Whether the place gives the variable its name instead of using it. */
  readonly isDeclaration: boolean;
  /** Name of the field or member, with the position in it: `members[0].value`. */
  readonly field: string;
  /** Where the name is written in the text of an expression, in UTF-16 code units. */
  readonly from?: number;
  readonly to?: number;
}

/** The new whole name of what is referred to; `undefined` leaves it. */
export type Renaming = (reference: Reference) => string | undefined;

/** Kinds that are written by the last part of their name alone. */
const writtenByLastPart: ReadonlySet<ReferenceKind> = new Set(["attribute", "enumerationValue", "parameter"]);

/** How a whole name is written at a place that refers to it. */
function writtenName(kind: ReferenceKind, name: string): string {
  return writtenByLastPart.has(kind) ? name.slice(name.lastIndexOf(".") + 1) : name;
}

/** A place with a name in it, as the tables of this folder report it. */
export type NamedPlace = Omit<Reference, "isDeclaration"> & { readonly isDeclaration?: boolean };

/**
 * Goes over the names in a value, telling each to `rename` and putting the answer in its place: with a renaming that
 * only takes notes it lists references, with another one it rewrites.
 */
export class NameWalk {
  readonly #rename: Renaming;

  constructor(rename: Renaming) {
    this.#rename = rename;
  }

  /** What is to be written at the place. */
  visit(place: NamedPlace): string {
    const reference = { isDeclaration: false, ...place };
    return writtenName(place.kind, this.#rename(reference) ?? place.name);
  }
}

/** The references that a walk comes across, in its order. */
export function collectReferences(walkOver: (walk: NameWalk) => unknown): Reference[] {
  const references: Reference[] = [];
  walkOver(
    new NameWalk((reference) => {
      references.push(reference);
      return undefined;
    }),
  );
  return references;
}

/**
 * The static types of the language: what a variable, parameter, attribute or expression can hold.
 *
 * `integer` is the 64-bit kind that Integer and Long share in expressions; an attribute of type Integer is
 * checked against 32 bits when it is assigned (reference logic.md 3.3). Types are plain JSON: they are saved in
 * microflows as they stand here.
 */

/** `Module.Name` of an entity, enumeration, association, constant, microflow or page. */
export type QualifiedName = string;

/** A type with no further parts. */
export interface SimpleType {
  readonly kind: "string" | "integer" | "decimal" | "boolean" | "dateTime" | "binary" | "nothing";
}
/** One key of an enumeration. */
export interface EnumerationType {
  readonly kind: "enumeration";
  readonly enumeration: QualifiedName;
}
/** One object of an entity or of its specializations. */
export interface ObjectType {
  readonly kind: "object";
  readonly entity: QualifiedName;
}
/** A list of objects of an entity or of its specializations. */
export interface ListType {
  readonly kind: "list";
  readonly entity: QualifiedName;
}

/**
 * Any type. `nothing` is the return type of a microflow without a result.
 *
 * @example { kind: "list", entity: "MyFirstModule.DBTable" }
 */
export type DataType = SimpleType | EnumerationType | ObjectType | ListType;

const simpleNames = {
  string: "String",
  integer: "Integer",
  decimal: "Decimal",
  boolean: "Boolean",
  dateTime: "DateTime",
  binary: "Binary",
  nothing: "Nothing",
} as const satisfies Record<SimpleType["kind"], string>;

const simpleKinds = new Map(
  Object.entries(simpleNames).map(([kind, name]) => [name as string, kind as SimpleType["kind"]]),
);

const compositePattern = /^(Enumeration|Object|List)\(([^()\s]+)\)$/;

/**
 * The way types are written for people and on the command line.
 *
 * @example formatDataType({ kind: "object", entity: "Sales.Order" }) // "Object(Sales.Order)"
 */
export function formatDataType(type: DataType): string {
  switch (type.kind) {
    case "enumeration":
      return `Enumeration(${type.enumeration})`;
    case "object":
      return `Object(${type.entity})`;
    case "list":
      return `List(${type.entity})`;
    default:
      return simpleNames[type.kind];
  }
}

/**
 * Reads what {@link formatDataType} writes; `Long` is accepted for `Integer`. `undefined` when it is no type.
 *
 * @example parseDataType("List(Sales.Order)") // { kind: "list", entity: "Sales.Order" }
 */
export function parseDataType(text: string): DataType | undefined {
  const simple = simpleKinds.get(text === "Long" ? "Integer" : text);
  if (simple) return { kind: simple };
  const [, composite, name] = compositePattern.exec(text) ?? [];
  if (!name) return undefined;
  if (composite === "Enumeration") return { kind: "enumeration", enumeration: name };
  return { kind: composite === "Object" ? "object" : "list", entity: name };
}

/** Whether two types are the same one; specializations are not considered. */
export function isSameDataType(left: DataType, right: DataType): boolean {
  return formatDataType(left) === formatDataType(right);
}

import type { DataType } from "./data-type.ts";
import type { AttributeType } from "./entity-shape.ts";

/**
 * The type that an expression sees where an attribute is read or assigned: Long and AutoNumber are integers, a hashed
 * String is a string.
 *
 * @example dataTypeOfAttribute({ kind: "long" }) // { kind: "integer" }
 */
export function dataTypeOfAttribute(type: AttributeType): DataType {
  switch (type.kind) {
    case "long":
    case "autoNumber":
      return { kind: "integer" };
    case "string":
    case "hashedString":
      return { kind: "string" };
    case "enumeration":
      return { kind: "enumeration", enumeration: type.enumeration };
    default:
      return { kind: type.kind };
  }
}

import type { DataType } from "@rivulet/values";

/**
 * How the type of a field follows from the other fields of the activity. Rules are data, so that definitions can be
 * sent to the studio; `typeOfRule` resolves them.
 */
export type TypeRule =
  /** Always this type. */
  | { readonly from: "fixed"; readonly type: DataType }
  /** The object or list of the entity in an entity field. */
  | { readonly from: "entityField"; readonly field: string; readonly as: "object" | "list" }
  /** The type in a data type field. */
  | { readonly from: "dataTypeField"; readonly field: string }
  /** The type of the variable that a variable field names. */
  | { readonly from: "variable"; readonly field: string }
  /** One member of the list that a variable field names. */
  | { readonly from: "memberOf"; readonly field: string }
  /** What is found over the association in an association field: an object or a list. */
  | { readonly from: "association"; readonly field: string }
  /** The result of the microflow in a microflow call field. */
  | { readonly from: "microflowResult"; readonly field: string }
  /** The return type of the microflow that the activity is in. */
  | { readonly from: "ownReturnType" };

/** A type rule that always gives the same type. */
export function fixed<const Type extends DataType>(
  type: Type,
): { readonly from: "fixed"; readonly type: Type } {
  return { from: "fixed", type };
}

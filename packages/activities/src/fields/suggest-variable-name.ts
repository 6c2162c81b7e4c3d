import { freeName, nameFault } from "@rivulet/model";
import type { DataType } from "@rivulet/values";
import type { NewVariableField } from "./field.ts";

/** What stands for `{entity}`: the name of the entity or enumeration without its module. */
function subjectOf(type: DataType | undefined): string {
  const qualifiedName = type && ("entity" in type ? type.entity : "enumeration" in type && type.enumeration);
  return qualifiedName ? qualifiedName.slice(qualifiedName.lastIndexOf(".") + 1) : "Value";
}

/**
 * The name that is proposed for a new variable (seed catalog, default variable names): by the rule of its field, with
 * `_2`, `_3` ... behind it when the name is taken or no name can be so.
 *
 * @example suggestVariableName(outputOfCreateList, { type: listOfDBTable, isTaken }) // "DBTableList"
 */
export function suggestVariableName(
  field: NewVariableField,
  { type, isTaken }: { readonly type: DataType | undefined; readonly isTaken: (name: string) => boolean },
): string {
  const pattern = type?.kind === "list" ? field.suggestion.many : field.suggestion.one;
  const name = pattern.replace("{entity}", subjectOf(type));
  return freeName(name, (candidate) => !isTaken(candidate) && nameFault(candidate) === undefined);
}

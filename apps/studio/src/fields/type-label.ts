import type { DataType } from "@rivulet/values";

const simple: Readonly<Record<string, string>> = {
  nothing: "Nothing",
  string: "String",
  integer: "Integer",
  decimal: "Decimal",
  boolean: "Boolean",
  dateTime: "Date and time",
  binary: "Binary",
};

const lastName = (name: string) => name.slice(name.lastIndexOf(".") + 1);

/**
 * A type in few words, names without their modules.
 *
 * @example typeLabel({ kind: "list", entity: "MyFirstModule.DBTable" }) // "List of DBTable"
 */
export function typeLabel(type: DataType): string {
  if (type.kind === "list") return `List of ${lastName(type.entity)}`;
  if (type.kind === "object") return lastName(type.entity);
  if (type.kind === "enumeration") return lastName(type.enumeration);
  return simple[type.kind] ?? type.kind;
}

import type { DataType } from "@rivulet/values";

/** A type as people write it. @example typeText({ kind: "list", entity: "Sales.Order" }) // "List of Sales.Order" */
export function typeText(type: DataType): string {
  if (type.kind === "list") return `List of ${type.entity}`;
  if (type.kind === "object") return type.entity;
  if (type.kind === "enumeration") return type.enumeration;
  if (type.kind === "dateTime") return "Date and time";
  return type.kind.charAt(0).toUpperCase() + type.kind.slice(1);
}

import type { DataType } from "@rivulet/values";

/** The kinds of types that a microflow can return, in the order in which they are offered. */
export const resultTypes = [
  "nothing",
  "string",
  "integer",
  "decimal",
  "boolean",
  "dateTime",
  "enumeration",
  "object",
  "list",
  "binary",
] as const satisfies readonly DataType["kind"][];

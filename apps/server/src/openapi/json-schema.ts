import type { JsonObject } from "@rivulet/model";

/** A JSON Schema (2020-12), as OpenAPI 3.1 takes it. */
export type JsonSchema = JsonObject;

/** A schema by its place among the components. @example componentReference("Sales.Order") */
export function componentReference(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

/** The schema of what may also be empty. */
export function orNull(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: "null" }] };
}

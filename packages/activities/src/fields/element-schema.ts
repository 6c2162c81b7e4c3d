import type { JsonObject, JsonValue } from "@rivulet/model";
import * as z from "zod/mini";
import type { ActivityDefinition } from "../definition.ts";
import type { Field, FieldKind, FieldOf } from "./field.ts";
import { fieldSchemas } from "./field-values.ts";

/** What a field adds to the schema of its kind. */
const refinements: { readonly [Kind in FieldKind]?: (field: FieldOf<Kind>) => JsonObject } = {
  text: ({ maximumLength, initialValue }) => ({
    maxLength: maximumLength,
    ...(initialValue === undefined ? {} : { default: initialValue }),
  }),
  boolean: ({ initialValue }) => ({ default: initialValue }),
  choice: ({ options, initialValue }) => ({ enum: options.map(({ value }) => value), default: initialValue }),
  dataType: ({ allowed }) => ({ properties: { kind: { enum: allowed } } }),
};

function schemaOfField(field: Field): JsonObject {
  const { $schema: _, ...schema } = z.toJSONSchema(fieldSchemas[field.kind]) as JsonObject;
  const refine = refinements[field.kind] as ((of: Field) => JsonObject) | undefined;
  return { title: field.label, description: field.documentation, ...schema, ...refine?.(field) };
}

/**
 * JSON Schema of the elements of a kind: their `kind` and `fields`, to be joined with the schema of elements in
 * general. Fields that are always needed are required; a file without them can be read, and has problems.
 *
 * @example elementSchema(createList).properties.kind // { const: "createList" }
 */
export function elementSchema(definition: ActivityDefinition): JsonObject {
  const properties = Object.fromEntries(definition.fields.map((field) => [field.name, schemaOfField(field)]));
  const required: JsonValue = definition.fields
    .filter(({ isRequired, visibleWhen }) => isRequired && visibleWhen === undefined)
    .map(({ name }) => name);
  return {
    title: definition.label,
    description: definition.summary,
    type: "object",
    properties: {
      kind: { const: definition.kind },
      fields: { type: "object", properties, required, additionalProperties: false },
    },
    required: ["kind", "fields"],
  };
}

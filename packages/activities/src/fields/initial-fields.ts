import type { ElementRecord, JsonValue } from "@rivulet/model";
import type { ActivityDefinition } from "../definition.ts";

/**
 * The fields of a new element: those that start with a value have it, the others are left out.
 *
 * @example initialFields(changeList) // { operation: "add" }
 */
export function initialFields(definition: ActivityDefinition): ElementRecord["fields"] {
  const fields: Record<string, JsonValue> = {};
  for (const field of definition.fields) {
    if ("initialValue" in field && field.initialValue !== undefined) fields[field.name] = field.initialValue;
  }
  return fields;
}

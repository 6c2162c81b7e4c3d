import type { ElementRecord } from "@rivulet/model";
import type { ActivityDefinition } from "../definition.ts";
import type { Field } from "./field.ts";

/** Whether a field counts in an element: the choice that it depends on is one of those that it is for. */
export function isFieldVisible({ visibleWhen }: Field, fields: ElementRecord["fields"]): boolean {
  const choice = visibleWhen && fields[visibleWhen.field];
  return visibleWhen === undefined || visibleWhen.isOneOf.some((value) => value === choice);
}

/**
 * The fields that count in an element, in their order. The saved values of others are kept, but nothing reads them.
 *
 * @example visibleFields(changeList, { operation: "clear" }).map(({ name }) => name) // ["list", "operation"]
 */
export function visibleFields(definition: ActivityDefinition, fields: ElementRecord["fields"]): Field[] {
  return definition.fields.filter((field) => isFieldVisible(field, fields));
}

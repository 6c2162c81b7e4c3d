import type { JsonValue } from "@rivulet/model";
import type { WidgetField } from "./field.ts";

/** Whether a field counts and is shown: one that depends on another field does so while that has its value. */
export function isFieldVisible(
  { visibleWhen }: WidgetField,
  fields: Readonly<Record<string, JsonValue>>,
): boolean {
  return visibleWhen === undefined || fields[visibleWhen.field] === visibleWhen.is;
}

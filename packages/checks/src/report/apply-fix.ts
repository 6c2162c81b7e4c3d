import type { Fix, JsonObject, JsonValue, ProjectRecord } from "@rivulet/model";

/** `members[0].value` as `["members", 0, "value"]`. */
function stepsOf(field: string): (string | number)[] {
  return [...field.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, position]) => name ?? Number(position));
}

function replaceAt(
  container: JsonValue | undefined,
  steps: readonly (string | number)[],
  value: JsonValue,
): JsonValue {
  const [step, ...deeper] = steps;
  if (step === undefined) return value;
  if (typeof step === "number") {
    const items = Array.isArray(container) ? container : [];
    return items.map((item, position) => (position === step ? replaceAt(item, deeper, value) : item));
  }
  const isObject = typeof container === "object" && container !== null && !Array.isArray(container);
  const members: JsonObject = isObject ? (container as JsonObject) : {};
  return { ...members, [step]: replaceAt(members[step], deeper, value) };
}

/**
 * The record that a fix is for, with the field's new value. Fields of an element are those of its activity, fields of a widget
 * those of its kind.
 *
 * @example applyFix(element, { label: "Use $Order", record: element.id, field: "start", value: "Order" }).fields.start
 */
export function applyFix(record: ProjectRecord, { field, value }: Fix): ProjectRecord {
  const hasFields = record.type === "element" || record.type === "widget";
  const path = hasFields ? `fields.${field}` : field;
  return replaceAt(record as unknown as JsonValue, stepsOf(path), value) as unknown as ProjectRecord;
}

/** Any JSON value. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
/** A JSON object; keys are never `__proto__`, `constructor` or `prototype` once it was read by {@link parseJson}. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Deepest nesting inside one field; files as a whole are capped by `JsonLimits`. */
const maximumDepth = 128;

/** Whether a value is JSON: what came from `JSON.parse` is, what a program made may not be. */
export function isJsonValue(value: unknown, depth = 0): value is JsonValue {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || depth > maximumDepth) return false;
  return Object.values(value).every((member) => isJsonValue(member, depth + 1));
}

/** Whether a JSON value is an object, not an array. */
export function isJsonObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

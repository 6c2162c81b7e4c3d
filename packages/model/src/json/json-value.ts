/** Any JSON value. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
/** A JSON object; keys are never `__proto__`, `constructor` or `prototype` once it was read by {@link parseJson}. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

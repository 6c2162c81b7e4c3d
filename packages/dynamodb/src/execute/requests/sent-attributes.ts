import { textIn } from "@rivulet/aws/execute";
import type { JsonObject, JsonValue } from "@rivulet/runtime";
import { type EntityObject, readAttribute } from "@rivulet/values";

/**
 * The attributes of a request under their own names; blank texts and empty numbers are left out
 * (seed catalog, `optionalStrings`).
 *
 * @example sentAttributes(request, ["ExclusiveStartTableName", "Limit"]) // { Limit: 10 }
 */
export function sentAttributes(request: EntityObject, names: readonly string[]): JsonObject {
  const sent: Record<string, JsonValue> = {};
  for (const name of names) {
    const value = readAttribute(request, name);
    if (typeof value === "number" || typeof value === "boolean") sent[name] = value;
    const text = textIn(value);
    if (text !== undefined) sent[name] = text;
  }
  return sent;
}

/** `ConsistentRead`, when the request asks for it; AWS takes its absence for no. */
export function consistentRead(request: EntityObject): { readonly ConsistentRead?: true } {
  return readAttribute(request, "isConsistentRead") === true ? { ConsistentRead: true } : {};
}

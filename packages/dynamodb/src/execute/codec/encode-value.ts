import { Decimal, unreachable } from "@rivulet/values";
import { encodeNumber } from "./attribute-number.ts";
import type {
  AttributeJson,
  AttributeMap,
  AttributeSet,
  AttributeValue,
  ItemJson,
} from "./attribute-value.ts";

/** The base64 text of bytes. */
export function encodeBinary(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}

function encodeSet(set: AttributeSet): AttributeJson {
  switch (set.type) {
    case "SS":
      return { SS: set.members };
    case "NS":
      return { NS: set.members.map(encodeNumber) };
    case "BS":
      return { BS: set.members.map(encodeBinary) };
    default:
      return unreachable(set);
  }
}

const isMap = (value: object): value is AttributeMap => value instanceof Map;

function encodeObject(
  value: Exclude<AttributeValue, string | number | bigint | boolean | null>,
): AttributeJson {
  if (value instanceof Decimal) return { N: encodeNumber(value) };
  if (isMap(value)) return { M: encodeItem(value) };
  if (Array.isArray(value)) return { L: value.map(encodeValue) };
  if (value instanceof Uint8Array) return { B: encodeBinary(value) };
  return encodeSet(value as AttributeSet);
}

/**
 * A value as DynamoDB writes it.
 *
 * @example encodeValue({ type: "SS", members: [] }) // { SS: [] }: whether it may be sent is asked elsewhere
 * @throws {AttributeValueError} for a number that DynamoDB does not take
 */
export function encodeValue(value: AttributeValue): AttributeJson {
  switch (typeof value) {
    case "string":
      return { S: value };
    case "number":
    case "bigint":
      return { N: String(value) };
    case "boolean":
      return { BOOL: value };
    default:
      return value === null ? { NULL: true } : encodeObject(value);
  }
}

/** Puts an attribute into an item; also one that has the name of an object's prototype. */
export function putAttribute(item: Record<string, AttributeJson>, name: string, json: AttributeJson): void {
  if (name === "__proto__") {
    Object.defineProperty(item, name, { value: json, enumerable: true, writable: true, configurable: true });
    return;
  }
  item[name] = json;
}

/** An item as DynamoDB writes it. */
export function encodeItem(item: AttributeMap): ItemJson {
  const json: Record<string, AttributeJson> = {};
  for (const [name, value] of item) putAttribute(json, name, encodeValue(value));
  return json;
}

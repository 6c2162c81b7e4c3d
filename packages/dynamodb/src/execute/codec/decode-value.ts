import { decodeNumber } from "./attribute-number.ts";
import {
  type AttributeJson,
  type AttributeMap,
  type AttributeValue,
  AttributeValueError,
  type ItemJson,
} from "./attribute-value.ts";

/** All types at once, as they are looked for: an object has one of them. */
interface Anything {
  readonly S?: string;
  readonly N?: string;
  readonly B?: string;
  readonly BOOL?: boolean;
  readonly NULL?: boolean;
  readonly L?: readonly AttributeJson[];
  readonly M?: ItemJson;
  readonly SS?: readonly string[];
  readonly NS?: readonly string[];
  readonly BS?: readonly string[];
}

/** The bytes in a base64 text. */
function decodeBinary(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, "base64"));
}

/** The types that are seldom met. */
function decodeRare(json: Anything): AttributeValue {
  if (json.NULL !== undefined) return null;
  if (json.SS) return { type: "SS", members: json.SS };
  if (json.NS) return { type: "NS", members: json.NS.map(decodeNumber) };
  if (json.B !== undefined) return decodeBinary(json.B);
  if (json.BS) return { type: "BS", members: json.BS.map(decodeBinary) };
  throw new AttributeValueError(
    `is of the type ${Object.keys(json).join(", ") || "(none)"}, which is not known`,
  );
}

/**
 * A value of DynamoDB in memory.
 *
 * @example decodeValue({ N: "12.50" }) // Decimal 12.5
 * @throws {AttributeValueError} for a type that DynamoDB does not have
 */
export function decodeValue(json: AttributeJson): AttributeValue {
  const any: Anything = json;
  if (any.S !== undefined) return any.S;
  if (any.N !== undefined) return decodeNumber(any.N);
  if (any.BOOL !== undefined) return any.BOOL;
  if (any.M) return decodeItem(any.M);
  if (any.L) return any.L.map(decodeValue);
  return decodeRare(any);
}

/** An item of DynamoDB in memory. */
export function decodeItem(item: ItemJson): AttributeMap {
  const values = new Map<string, AttributeValue>();
  for (const name of Object.keys(item)) values.set(name, decodeValue(item[name] as AttributeJson));
  return values;
}

import type { DataType } from "./data-type.ts";
import { Decimal } from "./decimal.ts";
import { decimalFromText, decimalToText } from "./decimal-text.ts";
import type { AttributeType } from "./entity-shape.ts";
import type { Value } from "./value.ts";

/** The kinds of values that are neither objects nor lists. */
export type ScalarKind = Exclude<AttributeType["kind"] | DataType["kind"], "object" | "list" | "nothing">;

// Present in every browser and in Node; declared here because this package takes no platform types.
declare function atob(base64: string): string;
declare function btoa(bytes: string): string;

const minimumLong = -(2n ** 63n);
const maximumLong = 2n ** 63n - 1n;
const integerPattern = /^-?\d{1,19}$/;
const dateTimePattern = /^(\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

function integerFromJson(json: unknown): Value | undefined {
  if (typeof json === "number") return Number.isSafeInteger(json) ? json + 0 : undefined;
  if (typeof json !== "string" || !integerPattern.test(json)) return undefined;
  const value = BigInt(json);
  if (value < minimumLong || value > maximumLong) return undefined;
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}

function decimalFromJson(json: unknown): Value | undefined {
  if (typeof json === "number") return Number.isFinite(json) ? decimalFromText(String(json)) : undefined;
  return typeof json === "string" ? decimalFromText(json) : undefined;
}

/** The engine moves a day that does not exist, 30 February, into the next month: such a day comes back changed. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** Digits beyond the milliseconds are cut: a DateTime has no place for them. */
function dateTimeFromJson(json: unknown): Value | undefined {
  if (typeof json !== "string" || !dateTimePattern.test(json)) return undefined;
  const time = Date.parse(json);
  return Number.isNaN(time) || !isDay(json.slice(0, json.indexOf("T"))) ? undefined : time;
}

function binaryFromJson(json: unknown): Value | undefined {
  if (typeof json !== "string" || !/^[A-Za-z0-9+/]*={0,2}$/.test(json) || json.length % 4 !== 0)
    return undefined;
  return Uint8Array.from(atob(json), (character) => character.charCodeAt(0));
}

const text = (json: unknown) => (typeof json === "string" ? json : undefined);

const readers: Record<ScalarKind, (json: unknown) => Value | undefined> = {
  string: text,
  hashedString: text,
  enumeration: text,
  boolean: (json) => (typeof json === "boolean" ? json : undefined),
  integer: integerFromJson,
  long: integerFromJson,
  autoNumber: integerFromJson,
  decimal: decimalFromJson,
  dateTime: dateTimeFromJson,
  binary: binaryFromJson,
};

/**
 * Reads a value that is neither object nor list from JSON (interfaces.md, "Values as JSON"); `undefined` when the
 * JSON is not of that kind. `null` is empty. A key of an enumeration is not looked up here.
 *
 * @example scalarFromJson("decimal", "12.50") // Decimal 12.5
 */
export function scalarFromJson(kind: ScalarKind, json: unknown): Value | undefined {
  return json === null ? null : readers[kind](json);
}

const base64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

/**
 * A value that is neither object nor list as JSON: an integer as number while it is safe, else as text; a decimal
 * as text; a date and time as ISO 8601 in UTC with milliseconds; binary as base64.
 *
 * @example scalarToJson("dateTime", 0) // "1970-01-01T00:00:00.000Z"
 */
export function scalarToJson(kind: ScalarKind, value: Value): string | number | boolean | null {
  if (kind === "dateTime" && typeof value === "number") return new Date(value).toISOString();
  if (typeof value === "bigint") return String(value);
  if (value instanceof Decimal) return decimalToText(value);
  if (value instanceof Uint8Array) return base64(value);
  return value as string | number | boolean | null;
}

import { offsetOfJsonFault } from "./json-grammar.ts";
import type { JsonValue } from "./json-value.ts";
import { repeatedKey } from "./repeated-key.ts";
import { scanJson } from "./scan-json.ts";

/** What a text may cost before it is parsed. Sizes in UTF-16 code units, depth in nested arrays and objects. */
export interface JsonLimits {
  readonly maximumLength: number;
  readonly maximumDepth: number;
}

/** Limits of project files, flow files and request bodies. */
export const defaultJsonLimits: JsonLimits = { maximumLength: 32 * 1024 * 1024, maximumDepth: 128 };

/** Why a text was not accepted. `offset` counts UTF-16 code units from the start. */
export class JsonError extends Error {
  override readonly name = "JsonError";
  readonly code:
    | "not-json"
    | "json-too-large"
    | "json-too-deep"
    | "json-forbidden-key"
    | "json-inexact-number"
    | "json-repeated-key";
  readonly offset: number;

  constructor(code: JsonError["code"], message: string, offset: number) {
    super(message);
    this.code = code;
    this.offset = offset;
  }
}

const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

/** How many members the objects of a value have. */
interface Tally {
  members: number;
}

/** The path to a forbidden key, outermost first; `undefined` when there is none. Counts members on the way. */
function forbiddenPath(value: unknown, tally: Tally): string[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const keys = Object.keys(value);
  if (!Array.isArray(value)) tally.members += keys.length;
  for (const key of keys) {
    if (forbiddenKeys.has(key)) return [key];
    const inner = forbiddenPath((value as Record<string, unknown>)[key], tally);
    if (inner) return [key, ...inner];
  }
  return undefined;
}

/** Line and column of an offset as people count them, from 1. */
function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return `line ${line}, column ${offset - before.lastIndexOf("\n")}`;
}

const conflictMarker = /^<{7} /m;

function notJson(text: string): JsonError {
  const conflict = conflictMarker.exec(text);
  if (conflict) {
    const where = lineAndColumn(text, conflict.index);
    const message = `Git left a merge conflict at ${where}. Settle it: keep one of the two sides.`;
    return new JsonError("not-json", message, conflict.index);
  }
  const offset = offsetOfJsonFault(text);
  const found = offset < text.length ? `${JSON.stringify(text[offset])} is not expected` : "the text ends";
  return new JsonError("not-json", `This is not JSON: ${found} at ${lineAndColumn(text, offset)}.`, offset);
}

function refuseRepeatedKey(text: string): void {
  const repeated = repeatedKey(text);
  if (!repeated) return;
  const { key, offset } = repeated;
  const message = `The JSON has the key ${JSON.stringify(key)} twice in one object: again at ${lineAndColumn(text, offset)}. Keep one of them.`;
  throw new JsonError("json-repeated-key", message, offset);
}

/**
 * Reads JSON from outside: bounded in size and depth before it is parsed, without names of prototypes, without
 * numbers that would be rounded, without keys that an object has twice. A byte order mark is skipped.
 *
 * @throws {JsonError} with a code and an offset.
 * @example parseJson('{"name":"Sales"}')
 */
export function parseJson(text: string, limits: JsonLimits = defaultJsonLimits): JsonValue {
  if (text.length > limits.maximumLength) {
    const message = `The JSON has ${text.length} characters; ${limits.maximumLength} are allowed.`;
    throw new JsonError("json-too-large", message, limits.maximumLength);
  }
  const bare = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const scanned = scanJson(bare, limits.maximumDepth);
  if (typeof scanned !== "number") {
    const fault = scanned;
    const message = `${fault.message} (${lineAndColumn(bare, fault.offset)}).`;
    throw new JsonError(fault.code, message, fault.offset);
  }
  let value: JsonValue;
  try {
    value = JSON.parse(bare) as JsonValue;
  } catch {
    throw notJson(bare);
  }
  const tally = { members: 0 };
  const path = forbiddenPath(value, tally);
  if (path) {
    const message = `The JSON has the key "${path.at(-1)}" at ${path.join(".")}, which is not allowed.`;
    throw new JsonError("json-forbidden-key", message, Math.max(bare.indexOf(`"${path.at(-1)}"`), 0));
  }
  if (tally.members !== scanned) refuseRepeatedKey(bare);
  return value;
}

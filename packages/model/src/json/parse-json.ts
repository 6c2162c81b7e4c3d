import type { JsonValue } from "./json-value.ts";

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
  readonly code: "not-json" | "json-too-large" | "json-too-deep" | "json-forbidden-key";
  readonly offset: number;

  constructor(code: JsonError["code"], message: string, offset: number) {
    super(message);
    this.code = code;
    this.offset = offset;
  }
}

const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

const quote = 0x22;
const backslash = 0x5c;

/** Skips a text literal; `start` is its opening quote. Returns the offset behind the closing one. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === quote) return at + 1;
  }
  return text.length;
}

/** One pass before parsing, so that deep nesting fails at once and never reaches a recursive reader. */
function assertDepth(text: string, maximumDepth: number): void {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfText(text, at) - 1;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > maximumDepth) {
        throw new JsonError("json-too-deep", `The JSON is nested deeper than ${maximumDepth} levels.`, at);
      }
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
}

function assertKeys(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) assertKeys(item);
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    if (forbiddenKeys.has(key)) {
      throw new JsonError("json-forbidden-key", `The JSON has the key "${key}", which is not allowed.`, 0);
    }
    assertKeys(member);
  }
}

function offsetOf(error: unknown): number {
  const [, position] = /position (\d+)/.exec(error instanceof Error ? error.message : "") ?? [];
  return Number(position ?? 0);
}

/**
 * Reads JSON from outside: bounded in size and depth before it is parsed, without prototype names.
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
  assertDepth(bare, limits.maximumDepth);
  let value: JsonValue;
  try {
    value = JSON.parse(bare) as JsonValue;
  } catch (error) {
    const offset = offsetOf(error);
    const line = bare.slice(0, offset).split("\n").length;
    throw new JsonError("not-json", `This is not JSON: it breaks off the rules at line ${line}.`, offset);
  }
  assertKeys(value);
  return value;
}

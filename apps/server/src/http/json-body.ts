import { JsonError, type JsonValue, parseJson } from "@rivulet/model";
import { HttpProblem } from "./http-problem.ts";
import type { ProblemCode } from "./problem-kinds.ts";

const codes: Readonly<Partial<Record<JsonError["code"], ProblemCode>>> = {
  "json-too-deep": "json-too-deep",
  "json-too-large": "body-too-large",
  "json-forbidden-key": "json-forbidden-key",
};

/** Deepest nesting of a body. */
const maximumDepth = 64;

/**
 * Reads the bytes of a body: UTF-8, bounded in depth before it is parsed, no prototype names. Its size was bounded
 * while it came in.
 */
export function readJsonBody(bytes: Buffer): JsonValue {
  const text = decodeUtf8(bytes);
  try {
    return parseJson(text, { maximumLength: text.length, maximumDepth });
  } catch (error) {
    if (error instanceof JsonError) throw new HttpProblem(codes[error.code] ?? "not-json", error.message);
    throw error;
  }
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new HttpProblem("not-json", "The body is not text in UTF-8.");
  }
}

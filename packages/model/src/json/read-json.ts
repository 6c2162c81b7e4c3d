import { errorAt, type Problem } from "../problem.ts";
import type { JsonValue } from "./json-value.ts";
import { JsonError, parseJson } from "./parse-json.ts";

/**
 * Reads the text of a file as JSON; a fault is a problem of the file, with the offset in its text.
 *
 * @param file name of the file, for the problem
 */
export function readJson(
  text: string,
  file: string,
): { readonly content: JsonValue } | { readonly problem: Problem } {
  try {
    return { content: parseJson(text) };
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return { problem: errorAt({ file, from: error.offset }, error.code, `${file}: ${error.message}`) };
  }
}

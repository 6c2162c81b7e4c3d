import { readFileSync } from "node:fs";
import { JsonError, type JsonValue, parseJson } from "@rivulet/model";
import type { Terminal } from "./terminal.ts";
import { UnreadableError } from "./unreadable-error.ts";

function textOf(written: string, terminal: Terminal): string {
  try {
    return readFileSync(terminal.path(written), "utf8");
  } catch (error) {
    throw new UnreadableError(`There is no file ${written} that can be read.`, { cause: error });
  }
}

/**
 * Reads a JSON file that was named on the command line.
 *
 * @throws {UnreadableError} with the name of the file as it was written
 */
export function readJsonFile(written: string, terminal: Terminal): JsonValue {
  const text = textOf(written, terminal);
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonError)
      throw new UnreadableError(`${written}: ${error.message}`, { cause: error });
    throw error;
  }
}

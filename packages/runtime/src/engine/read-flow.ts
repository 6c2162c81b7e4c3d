import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import {
  type ConnectorModule,
  defaultJsonLimits,
  errorAt,
  JsonError,
  type JsonValue,
  type Problem,
  parseJson,
  projectFromFlowFile,
  readFlowFile,
} from "@rivulet/model";
import type { ProjectContent } from "./project.ts";

/** Name under which problems of a text are told that has no file. */
const unnamed = "flow";

function nothing(problems: readonly Problem[]): ProjectContent {
  return { records: new Map(), connected: new Map(), problems };
}

/** The text of a file, or why it is not read; a file over the limit is not even opened. */
function textOf(path: string): string | Problem {
  const file = basename(path);
  try {
    const { size } = statSync(path);
    if (size > defaultJsonLimits.maximumLength) {
      const message = `${file} has ${size} bytes; a flow file has at most ${defaultJsonLimits.maximumLength}.`;
      return errorAt({ file }, "json-too-large", message);
    }
    return readFileSync(path, "utf8");
  } catch (error) {
    return errorAt({ file }, "file-not-read", `${file} cannot be read: ${(error as Error).message}.`);
  }
}

function jsonOf(text: string, file: string): { readonly json: JsonValue } | Problem {
  try {
    return { json: parseJson(text) };
  } catch (error) {
    if (error instanceof JsonError) return errorAt({ file, from: error.offset }, error.code, error.message);
    throw error;
  }
}

/**
 * Reads an exported flow: from its file, or from its text, which begins with a brace. What is wrong with it is among
 * the problems, and then there may be nothing else.
 */
export function readFlow(pathOrText: string, connectors: readonly ConnectorModule[]): ProjectContent {
  const isText = pathOrText.trimStart().startsWith("{");
  const file = isText ? unnamed : basename(pathOrText);
  const text = isText ? pathOrText : textOf(pathOrText);
  if (typeof text !== "string") return nothing([text]);
  const read = jsonOf(text, file);
  if (!("json" in read)) return nothing([read]);
  const result = readFlowFile(read.json, file);
  if ("problems" in result) return nothing(result.problems);
  const { flowFile } = result;
  const { records: connected, readOnlyIds, problems } = projectFromFlowFile(flowFile, { connectors, file });
  const records = new Map([...connected].filter(([id]) => !readOnlyIds.has(id)));
  return { records, connected, problems, entryMicroflow: flowFile.microflow };
}

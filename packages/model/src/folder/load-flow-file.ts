import { basename, dirname } from "node:path";
import { type ReadFlowFileResult, readFlowFile } from "../flow-file/flow-file.ts";
import { errorAt } from "../problem.ts";
import { fileState, readProjectFile } from "./read-project-file.ts";

/**
 * Reads an exported flow from a file.
 *
 * @example const result = loadFlowFile("./ListTables.json");
 */
export function loadFlowFile(path: string): ReadFlowFileResult {
  const [folder, name] = [dirname(path), basename(path)];
  const state = fileState(folder, name);
  if (!state) return { problems: [errorAt({ file: name }, "unreadable-file", `There is no file ${path}.`)] };
  const file = readProjectFile(folder, name, state.size);
  return "problem" in file ? { problems: [file.problem] } : readFlowFile(file.content, name);
}

import { writeFile } from "node:fs/promises";
import { flowReferences } from "@rivulet/activities";
import { exportFlow, hasErrors, printFlowFile } from "@rivulet/model";
import type { CommandLine } from "../command.ts";
import { commandEngine } from "../composition.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { printProblems } from "../print-problems.ts";
import { projectSource, readProject } from "../read-project.ts";
import type { Terminal } from "../terminal.ts";

/**
 * `rivulet export`: one microflow with all that it needs, as one file. It is written with its errors, too, so that work can
 * be handed on; the exit code says so, because such a file does not run.
 */
export async function execute(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const [folder = ".", microflow = ""] = line.positionals;
  const project = await readProject(commandEngine(), projectSource(folder, terminal));
  if (hasErrors(project.problems)) {
    printProblems(project.problems, terminal);
    return exitCodes.unreadable;
  }
  const { index, catalog } = project;
  const result = exportFlow(index, microflow, flowReferences({ index, catalog }));
  if ("problems" in result) {
    printProblems(result.problems, terminal, project);
    return exitCodes.unreadable;
  }
  const text = printFlowFile(result.flowFile);
  const output = line.text("output");
  if (output === undefined) terminal.out(text.trimEnd());
  else await writeFile(terminal.path(output), text);
  const problems = project.problemsOf(microflow);
  printProblems(problems, terminal, project);
  if (!hasErrors(problems)) return exitCodes.done;
  terminal.error(`${microflow} is written as it is. It does not run before its errors are repaired.`);
  return exitCodes.failed;
}

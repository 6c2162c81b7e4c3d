import { hasErrors, type Problem } from "@rivulet/model";
import type { LoadedProject } from "@rivulet/runtime";
import type { CommandLine } from "../command.ts";
import { commandEngine } from "../composition.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { printProblems } from "../print-problems.ts";
import { projectSource, readProject } from "../read-project.ts";
import type { Terminal } from "../terminal.ts";

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/**
 * The problems to list. Without `rivulet.json` nothing is known of connectors: whatever the rest of the project then
 * lacks would bury the reason, and is not asked for.
 */
function problemsOf(project: LoadedProject): readonly Problem[] {
  const isUnknown = project.index.settings === undefined && hasErrors(project.problems);
  return isUnknown ? project.problems : project.check();
}

/** `rivulet check`: the problems of a project; fails when one of them is an error. */
export async function execute(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const source = projectSource(line.positionals[0] ?? ".", terminal);
  const project = await readProject(commandEngine(), source);
  const problems = problemsOf(project);
  if (line.flag("json")) terminal.out(JSON.stringify(problems, null, 2));
  else {
    printProblems(problems, terminal, project);
    const errors = problems.filter(({ severity }) => severity === "error").length;
    terminal.error(
      problems.length === 0
        ? "No problems."
        : `${counted(errors, "error")}, ${counted(problems.length - errors, "warning")}.`,
    );
  }
  return hasErrors(problems) ? exitCodes.failed : exitCodes.done;
}

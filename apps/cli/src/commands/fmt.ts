import { hasErrors } from "@rivulet/model";
import { ProjectFolder } from "@rivulet/model/folder";
import type { CommandLine } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { printProblems } from "../print-problems.ts";
import { printRefusal } from "../print-refusal.ts";
import { projectSource } from "../read-project.ts";
import type { Terminal } from "../terminal.ts";

/** `rivulet fmt`: writes the files of a project in their canonical form, or only tells which are not. */
export async function execute(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const { path } = projectSource(line.positionals[0] ?? ".", terminal);
  const folder = new ProjectFolder(path);
  const { problems } = folder.read();
  if (hasErrors(problems)) {
    printProblems(problems, terminal);
    return exitCodes.unreadable;
  }
  const files = folder.unformatted();
  for (const file of files) terminal.out(file);
  if (line.flag("check")) return files.length > 0 ? exitCodes.failed : exitCodes.done;
  const saved = files.length > 0 ? await folder.format() : undefined;
  return saved && saved.outcome !== "saved" ? printRefusal(saved, terminal) : exitCodes.done;
}

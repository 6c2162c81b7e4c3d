import { basename } from "node:path";
import { flowRewriter } from "@rivulet/activities";
import {
  hasErrors,
  type ImportReport,
  importFlow,
  ProjectIndex,
  projectFromFlowFile,
  readFlowFile,
} from "@rivulet/model";
import { ProjectFolder } from "@rivulet/model/folder";
import type { CommandLine } from "../command.ts";
import { commandEngine, connectors } from "../composition.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.ts";
import { printProblems } from "../print-problems.ts";
import { printRefusal } from "../print-refusal.ts";
import { readJsonFile } from "../read-json-file.ts";
import type { Terminal } from "../terminal.ts";

/** What came in, and under which name. */
function printReport(report: ImportReport, terminal: Terminal): void {
  for (const name of report.added) terminal.error(`added ${name}`);
  for (const name of report.reused) terminal.error(`reused ${name}`);
  for (const { from, to } of report.renamed) terminal.error(`renamed ${from} to ${to}`);
  for (const name of [...report.modules, ...report.roles]) terminal.error(`new ${name}`);
  terminal.out(report.microflow);
}

/** `rivulet import`: puts an exported microflow, and what it needs, into a project; all of it or nothing. */
export async function execute(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const [written = ""] = line.positionals;
  const into = line.text("into");
  if (into === undefined) throw new UsageError("Into which project? Add --into <dir>.");
  const file = basename(written);
  const read = readFlowFile(readJsonFile(written, terminal), file);
  const folder = new ProjectFolder(terminal.path(into));
  const project = folder.read();
  if ("problems" in read || hasErrors(project.problems)) {
    printProblems([...("problems" in read ? read.problems : []), ...project.problems], terminal);
    return exitCodes.unreadable;
  }
  const { flowFile } = read;
  const modules = connectors.map(({ module }) => module);
  const alone = projectFromFlowFile(flowFile, { connectors: modules, file });
  const { catalog } = commandEngine();
  const rename = flowRewriter({ catalog, index: new ProjectIndex(alone.records) });
  const result = importFlow(project.records, flowFile, { file, ...(line.flag("rename") ? { rename } : {}) });
  if ("problems" in result) {
    printProblems(result.problems, terminal);
    return exitCodes.failed;
  }
  const hashes = Object.fromEntries(project.documents.map(({ id, hash }) => [id, hash]));
  const saved = await folder.save({ diff: result.diff, expectedHashes: hashes });
  if (saved.outcome !== "saved") return printRefusal(saved, terminal);
  printReport(result.report, terminal);
  return exitCodes.done;
}

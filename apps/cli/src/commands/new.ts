import type { CommandLine } from "../command.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.ts";
import { createProject, isOccupied, templateNames } from "../templates.ts";
import type { Terminal } from "../terminal.ts";

/** `rivulet new`: a project folder from a template. */
export async function execute(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const written = line.positionals[0] ?? ".";
  const wanted = line.text("template") ?? "blank";
  const template = templateNames.find((name) => name === wanted);
  if (!template)
    throw new UsageError(`There is no template "${wanted}". There are: ${templateNames.join(", ")}.`);
  const folder = terminal.path(written);
  if (await isOccupied(folder)) throw new UsageError(`${written} is not empty. Choose another folder.`);
  await createProject(folder, template);
  terminal.error(`Made ${written} from the template ${template}. Start it with: rivulet start ${written}`);
  return exitCodes.done;
}

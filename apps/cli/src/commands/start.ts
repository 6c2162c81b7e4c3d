import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { hasErrors, type Problem } from "@rivulet/model";
import type { CommandLine } from "../command.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.ts";
import { logLevelOf } from "../log-level.ts";
import { printProblems } from "../print-problems.ts";
import { projectFolder } from "../read-project.ts";
import { createProject, isOccupied } from "../templates.ts";
import type { Terminal } from "../terminal.ts";

/** Made from the tutorial at the first start when no folder is named and there is no project here. */
const firstProject = "my-project";

/** The project to serve: the one that is named, else the one here, else a first one. */
async function chosenFolder(line: CommandLine, terminal: Terminal): Promise<string> {
  const written = line.positionals[0] ?? (existsSync(terminal.path("rivulet.json")) ? "." : firstProject);
  const folder = terminal.path(written);
  if (line.positionals[0] !== undefined || (await isOccupied(folder)))
    return projectFolder(written, terminal);
  await createProject(folder, "tutorial");
  terminal.error(`Made the tutorial project in ${folder}.`);
  return folder;
}

/** A built site, `studio` or `client`: beside the bundle of an installed package, or in the checkout. */
function siteFolder(name: "studio" | "client"): string | undefined {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const candidates = [join(folder, name), join(folder, "apps", name, "dist")];
    const found = candidates.find(
      (candidate) => existsSync(join(candidate, "index.html")) && existsSync(join(candidate, "assets")),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

function portOf(written: string): number {
  const port = Number(written);
  if (!/^\d{1,5}$/.test(written) || port > 65_535) throw new UsageError(`"${written}" is no port.`);
  return port;
}

/** Where it is, and what else whoever has just started it needs to know. */
function sayWhereItIs(address: string, folder: string, terminal: Terminal): void {
  terminal.error(`Rivulet is at ${address}`);
  if (!terminal.isWatched) return;
  terminal.error(`The project is in ${folder}. Ctrl+C stops Rivulet; RIVULET_LOG=info shows every request.`);
}

/** What of the project's files could not be read: without it the studio shows less than there is. */
function sayWhatIsBroken(problems: readonly Problem[], terminal: Terminal): void {
  printProblems(problems, terminal);
  if (!hasErrors(problems)) return;
  terminal.error(
    "What stands in such a file is missing from the project. Repair it, or take it back from version control: Rivulet reads it again at once.",
  );
}

/** `rivulet start`: the authoring and running server, until it is told to stop. */
export async function execute(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const studio = siteFolder("studio");
  const client = siteFolder("client");
  const { createServer, ServerError } = await import("@rivulet/server");
  const { environment } = terminal;
  const folder = await chosenFolder(line, terminal);
  const server = createServer({
    folder,
    log: { level: logLevelOf(terminal) },
    port: portOf(line.text("port") ?? environment["PORT"] ?? "8080"),
    host: line.text("host") ?? environment["HOST"] ?? "127.0.0.1",
    environment,
    startsDatabase: true,
    tell: terminal.error,
    ...(line.flag("accounts") ? { accounts: true } : {}),
    ...(studio === undefined ? {} : { studio }),
    ...(client === undefined ? {} : { client }),
  });
  let address: string;
  try {
    address = await server.start();
  } catch (error) {
    if (!(error instanceof ServerError)) throw error;
    terminal.error(error.message);
    return exitCodes.unreadable;
  }
  sayWhereItIs(address, folder, terminal);
  sayWhatIsBroken(server.fileProblems, terminal);
  const { firstAdministratorLink } = server;
  if (firstAdministratorLink !== undefined) {
    terminal.error(
      `Nobody can sign in yet. Make the first account within an hour, with this link, which works once:\n${firstAdministratorLink}`,
    );
  }
  await new Promise<void>((resolve) =>
    terminal.signal.addEventListener("abort", () => resolve(), { once: true }),
  );
  await server.stop();
  if (terminal.isWatched) terminal.error("Rivulet has stopped.");
  return exitCodes.done;
}

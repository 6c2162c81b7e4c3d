import { realpathSync } from "node:fs";
import { DatabaseError } from "@rivulet/persistence";
import { borrowDatabase } from "../backup/project-database.ts";
import type { CommandLine } from "../command.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.ts";
import { projectFolder } from "../read-project.ts";
import type { Terminal } from "../terminal.ts";
import { UnreadableError } from "../unreadable-error.ts";

async function printLink(folder: string, person: string | undefined, terminal: Terminal): Promise<void> {
  const { makeSignInLink } = await import("@rivulet/server");
  const { environment } = terminal;
  const database = await borrowDatabase(folder, terminal);
  if (!database)
    throw new UnreadableError(
      "The project has no database, so nobody has an account: rivulet start --accounts makes one.",
    );
  try {
    const { link, name } = await makeSignInLink({ folder, database: database.url, environment, person });
    terminal.error(`Within 24 hours, ${name} sets a password with this link and signs in:`);
    terminal.out(link);
  } finally {
    await database.stop();
  }
}

/** `rivulet people link`: a one-time link for somebody who cannot sign in. The server may run meanwhile. */
export async function execute(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const [action = "", written = ".", person] = line.positionals;
  if (action !== "link") throw new UsageError(`There is no action "${action}". There is: link.`);
  const { ServerError } = await import("@rivulet/server");
  try {
    await printLink(realpathSync(projectFolder(written, terminal)), person, terminal);
  } catch (error) {
    if (error instanceof ServerError || error instanceof DatabaseError)
      throw new UnreadableError(error.message);
    throw error;
  }
  return exitCodes.done;
}

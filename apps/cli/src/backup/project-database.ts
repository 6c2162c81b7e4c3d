import { join } from "node:path";
import type { EmbeddedPostgres } from "@rivulet/persistence";
import type { Terminal } from "../terminal.ts";

/** A database that a command uses for a moment. */
export interface BorrowedDatabase {
  readonly url: string;
  /** Whether other projects may have rows there. */
  readonly isShared: boolean;
  /** Ends what this command started; what it only joined goes on. */
  stop(): Promise<void>;
}

function embeddedFolder(folder: string, { environment, path }: Terminal): string {
  const data = environment["RIVULET_DATA"];
  return join(data ? path(data) : join(folder, ".rivulet"), "postgres");
}

/** The database of a project: that of `DATABASE_URL`, else the embedded one; `undefined` where there is none. */
export async function borrowDatabase(
  folder: string,
  terminal: Terminal,
): Promise<BorrowedDatabase | undefined> {
  const named = terminal.environment["DATABASE_URL"] ?? "";
  if (named === "none") return undefined;
  if (named !== "") return { url: named, isShared: true, stop: async () => {} };
  const { joinEmbeddedPostgres } = await import("@rivulet/persistence");
  const postgres = await joinEmbeddedPostgres({
    folder: embeddedFolder(folder, terminal),
    log: terminal.error,
  });
  return postgres && borrowed(postgres);
}

/** The same for what is to be filled: an embedded one is made. */
export async function makeDatabase(
  folder: string,
  terminal: Terminal,
): Promise<BorrowedDatabase | undefined> {
  const named = terminal.environment["DATABASE_URL"] ?? "";
  if (named !== "") return borrowDatabase(folder, terminal);
  const { startEmbeddedPostgres } = await import("@rivulet/persistence");
  return borrowed(
    await startEmbeddedPostgres({ folder: embeddedFolder(folder, terminal), log: terminal.error }),
  );
}

function borrowed(postgres: EmbeddedPostgres): BorrowedDatabase {
  return { url: postgres.url, isShared: false, stop: () => postgres.stop() };
}

import { setTimeout as delay } from "node:timers/promises";
import { type Account, launchChild, type RunningChild } from "@rivulet/supervision";
import { answers, type ConnectionFacts, urlOf } from "./connection-facts.ts";
import { DatabaseError } from "./database-error.ts";
import type { PostgresPrograms } from "./programs.ts";

/** Which PostgreSQL is started, and on which files. */
export interface RunPostgresOptions {
  readonly programs: PostgresPrograms;
  /** The database files. */
  readonly data: string;
  readonly facts: ConnectionFacts;
  readonly account: Account | undefined;
  readonly logFile: string;
}

/** How long it may take to recover from a crash before we give up. */
const patience = 60_000;

/** It first ends what it is at, then writes everything down. */
const grace = 20_000;

/**
 * Starts a PostgreSQL as our child, and waits until it takes questions.
 *
 * @throws {DatabaseError} `not-started`
 */
export async function runPostgres(options: RunPostgresOptions): Promise<RunningChild> {
  const { programs, data, facts, account, logFile } = options;
  const child = await launchChild({
    command: {
      executable: programs.postgres,
      parameters: [
        ["-D", data],
        ["-p", String(facts.port)],
        ["-c", "listen_addresses=127.0.0.1"],
        ["-c", "unix_socket_directories="],
        ["-c", "max_connections=50"],
      ].flat(),
    },
    logFile,
    stopSignal: "SIGINT",
    deathSignal: "INT",
    grace,
    ...(account ? { account } : {}),
  });
  const deadline = Date.now() + patience;
  while (!(await answers(urlOf(facts)))) {
    if (child.exit() !== undefined || Date.now() > deadline) {
      await child.terminate();
      throw new DatabaseError("not-started", `The embedded PostgreSQL does not start. ${logFile} says why.`);
    }
    await delay(20);
  }
  return child;
}

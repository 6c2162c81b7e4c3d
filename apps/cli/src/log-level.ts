import { UsageError } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";

const logLevels = ["trace", "debug", "info", "warn", "error", "silent"] as const;

/**
 * How much of its log a server writes. A person at a terminal wants the address to stay in sight: there, the lines of
 * requests are left out.
 */
export function logLevelOf({
  environment,
  isWatched,
}: Pick<Terminal, "environment" | "isWatched">): (typeof logLevels)[number] {
  const written = environment["RIVULET_LOG"];
  if (!written) return isWatched ? "warn" : "info";
  const level = logLevels.find((each) => each === written);
  if (level !== undefined) return level;
  throw new UsageError(`RIVULET_LOG is "${written}". There are: ${logLevels.join(", ")}.`);
}

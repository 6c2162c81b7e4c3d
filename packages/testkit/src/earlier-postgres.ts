import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The major version of {@link earlierPostgres}. */
export const earlierPostgresVersion = "17";

/** The folder of an installed PostgreSQL of the major version before ours; `undefined` on machines that have none. */
export function earlierPostgres(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve("earlier-postgres")), "..", "native");
  } catch {
    return undefined;
  }
}

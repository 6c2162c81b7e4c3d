import { existsSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { EmbeddedDynamoDBError } from "../embedded-dynamodb-error.ts";
import type { Implementation } from "./implementation.ts";

/**
 * dynalite: JavaScript over LevelDB, for machines without a dynoxide binary. It runs as a child of its own because one
 * filter of a user can block its event loop or end its process.
 *
 * @throws {EmbeddedDynamoDBError} `implementation-missing` when its child entry is not where it should be
 */
export function dynalite(entry: string = entryBesideThisModule()): Implementation {
  if (!existsSync(entry)) {
    throw new EmbeddedDynamoDBError(
      "implementation-missing",
      `The child entry of dynalite is not at ${entry}. A bundle must keep dynalite-child beside itself or say where it is (option dynaliteEntry).`,
    );
  }
  return {
    name: "dynalite",
    command: ({ region, folder, port }) => ({
      executable: process.execPath,
      parameters: [entry, region, String(port), join(folder, "level")],
    }),
  };
}

/**
 * The entry lies beside this module and has its extension: `.ts` among the sources (Node strips the types), `.js` in
 * dist and beside a bundle that has it as a second entry point.
 */
function entryBesideThisModule(): string {
  const extension = extname(fileURLToPath(import.meta.url));
  return fileURLToPath(new URL(`./dynalite-child${extension}`, import.meta.url));
}

import { accessSync, constants } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { EmbeddedDynamoDBError } from "../embedded-dynamodb-error.ts";
import type { Implementation } from "./implementation.ts";

/**
 * dynoxide: one native binary over an SQLite file; transactions, PartiQL and streams included.
 *
 * @throws {EmbeddedDynamoDBError} `implementation-missing` when the file cannot be executed
 */
export function dynoxide(binary: string): Implementation {
  try {
    accessSync(binary, constants.X_OK);
  } catch (error) {
    throw new EmbeddedDynamoDBError(
      "implementation-missing",
      `The DynamoDB binary ${binary} cannot be run: ${(error as Error).message}. Correct RIVULET_DYNAMODB_BINARY or the file's permissions.`,
      { cause: error },
    );
  }
  return {
    name: "dynoxide",
    command: ({ folder, port }) => ({
      executable: binary,
      parameters: ["--host", "127.0.0.1", "--port", String(port), "--db-path", join(folder, "data.db")],
    }),
  };
}

/** The binary of the platform package, an optional dependency; undefined where there is none for this machine. */
export function installedDynoxide(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${process.platform}-${process.arch}/dynoxide`);
  } catch {
    return undefined;
  }
}

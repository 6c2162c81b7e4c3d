import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { errorAt, JsonError, type JsonValue, type Problem, parseJson } from "@rivulet/model";

/** Where a project folder keeps the values of its secret constants, until a secret store does. */
export const secretValuesFile = ".rivulet/secrets.json";

/** Values of constants by qualified name as value JSON, or why the file is not read. */
export type SecretValuesResult =
  | { readonly values: Readonly<Record<string, JsonValue>> }
  | { readonly problem: Problem };

const largestFile = 1024 * 1024;

function refused(reason: string): SecretValuesResult {
  const message = `${secretValuesFile} ${reason}`;
  return { problem: errorAt({ file: secretValuesFile }, "secrets-not-read", message) };
}

/** Reads what was opened: permissions are looked at on the open file, so that nobody swaps it in between. */
function readOpened(file: number): SecretValuesResult {
  const { mode, size } = fstatSync(file);
  if ((mode & 0o077) !== 0) {
    return refused("can be read by others than its owner, so it is not used. Run chmod 600 on it.");
  }
  if (size > largestFile) return refused("is larger than 1 MB, so it is not read.");
  const json = parseJson(readFileSync(file, "utf8"));
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return refused('holds no JSON object. Write {"Module.Constant": "value"}.');
  }
  return { values: json as Readonly<Record<string, JsonValue>> };
}

/**
 * Reads the values of secret constants from a project folder. A folder without the file has none; a file that others
 * than its owner can read is refused.
 *
 * @example const secrets = readSecretValues("my-project");
 */
export function readSecretValues(projectFolder: string): SecretValuesResult {
  let file: number;
  try {
    file = openSync(join(projectFolder, secretValuesFile), constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { values: {} };
    return refused(`cannot be opened: ${(error as Error).message}.`);
  }
  try {
    return readOpened(file);
  } catch (error) {
    if (error instanceof JsonError) return refused(`is not read: ${error.message}`);
    return refused(`cannot be read: ${(error as Error).message}.`);
  } finally {
    closeSync(file);
  }
}

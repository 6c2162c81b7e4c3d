import { randomUUID } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonValue, Problem } from "@rivulet/model";
import { localFolder } from "@rivulet/model/folder";
import type { QualifiedName } from "@rivulet/values";
import { readSecretValues, secretValuesFile } from "./read-secret-values.ts";

/**
 * Keeps the value of a secret constant on this machine, for its owner only; `undefined` forgets it. A file that is
 * refused when it is read stays as it is, and the reason comes back.
 *
 * @param projectFolder the project folder as a real path
 * @example writeSecretValue("my-project", "AWSAuthentication.SecretAccessKey", "...")
 */
export function writeSecretValue(
  projectFolder: string,
  constant: QualifiedName,
  value: JsonValue | undefined,
): Problem | undefined {
  const present = readSecretValues(projectFolder);
  if ("problem" in present) return present.problem;
  const { [constant]: _before, ...others } = present.values;
  const values = value === undefined ? others : { ...others, [constant]: value };
  const temporary = join(localFolder(projectFolder), `secrets.${randomUUID()}`);
  writeFileSync(temporary, `${JSON.stringify(values, undefined, 2)}\n`, { mode: 0o600, flag: "wx" });
  renameSync(temporary, join(projectFolder, secretValuesFile));
  return undefined;
}

import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseJson } from "@rivulet/model";
import { localFolder, localFolderName } from "@rivulet/model/folder";

const fileName = "configuration.json";

/**
 * Name of the configuration that is active on this machine, as it was chosen in a project folder; `undefined` when
 * none was, and for a file that is damaged: then the first configuration of the project counts.
 *
 * @example project.settings({ activeConfiguration: readActiveConfiguration("my-project") })
 */
export function readActiveConfiguration(projectFolder: string): string | undefined {
  try {
    const json = parseJson(readFileSync(join(projectFolder, localFolderName, fileName), "utf8"));
    if (typeof json !== "object" || json === null || !("active" in json)) return undefined;
    return typeof json.active === "string" ? json.active : undefined;
  } catch {
    return undefined;
  }
}

/** Makes a configuration the active one on this machine. Whether the project has one of that name is not asked. */
export function writeActiveConfiguration(projectFolder: string, name: string): void {
  const folder = localFolder(projectFolder);
  const temporary = join(folder, `${fileName}.${randomUUID()}`);
  writeFileSync(temporary, `${JSON.stringify({ active: name })}\n`, { mode: 0o600 });
  renameSync(temporary, join(folder, fileName));
}

import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { localFolder } from "@rivulet/model/folder";
import { activeConfigurationFile } from "./read-active-configuration.ts";

/** Makes a configuration the active one on this machine, by its `configurationId`. Whether the project has it is not asked. */
export function writeActiveConfiguration(projectFolder: string, id: string): void {
  localFolder(projectFolder);
  const file = join(projectFolder, activeConfigurationFile);
  const temporary = `${file}.${crypto.randomUUID()}`;
  writeFileSync(temporary, `${JSON.stringify({ active: id })}\n`, { mode: 0o600 });
  renameSync(temporary, file);
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseJson } from "@rivulet/model";

/** Where a project folder keeps which configuration is active on this machine. */
export const activeConfigurationFile = ".rivulet/configuration.json";

/**
 * What the configuration that is active on this machine is known by, as it was chosen in a project folder; `undefined` when
 * none was, and for a file that is damaged: then the first configuration of the project counts.
 *
 * @example project.settings({ activeConfiguration: readActiveConfiguration("my-project") })
 */
export function readActiveConfiguration(projectFolder: string): string | undefined {
  const file = join(projectFolder, activeConfigurationFile);
  // Asked before every run, and most projects have none: a read that fails costs ten times as much.
  if (!existsSync(file)) return undefined;
  try {
    const json = parseJson(readFileSync(file, "utf8"));
    if (typeof json !== "object" || json === null || !("active" in json)) return undefined;
    return typeof json.active === "string" ? json.active : undefined;
  } catch {
    return undefined;
  }
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The files of a project by their paths, as they are saved; without what belongs to this machine alone. */
export function projectFiles(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path.endsWith(".json") && !path.includes(".rivulet"))
    .sort();
  return Object.fromEntries(
    files.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")] as const),
  );
}

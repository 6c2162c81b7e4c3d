import { readdirSync } from "node:fs";
import { join } from "node:path";

/** What belongs to a project on this machine beside its own files. The key of the secret values is not among it. */
const localFiles = [".rivulet/secrets.json", ".rivulet/configuration.json", ".rivulet/project.json"];

/** Paths that may stand in a backup: nothing else is ever written. */
const known = /^(?:rivulet\.json|\.gitignore|modules(?:\/[A-Za-z0-9_][\w .()-]*)+)$/;

/** Whether a path of a backup may be written below a project folder. */
export function isBackupPath(path: string): boolean {
  return localFiles.includes(path) || (known.test(path) && !path.includes(".."));
}

/** The paths of all files that belong into a backup, in order. */
export function backupPaths(folder: string): readonly string[] {
  const modules = readdirSync(join(folder, "modules"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
  const present = new Set([...readdirSync(folder), ...localNames(folder)]);
  const others = ["rivulet.json", ".gitignore", ...localFiles].filter((path) => present.has(path));
  return [...others, ...modules.toSorted()];
}

function localNames(folder: string): string[] {
  try {
    return readdirSync(join(folder, ".rivulet")).map((name) => `.rivulet/${name}`);
  } catch {
    return [];
  }
}

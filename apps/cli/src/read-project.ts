import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Engine, LoadedProject } from "@rivulet/runtime";
import type { Terminal } from "./terminal.ts";
import { UnreadableError } from "./unreadable-error.ts";

/** Where a project comes from. */
export type ProjectSource =
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "flow"; readonly path: string };

function isFolder(path: string): boolean | undefined {
  try {
    return statSync(path).isDirectory();
  } catch {
    return undefined;
  }
}

/** Whether a path is a project folder or an exported flow. */
export function projectSource(written: string, terminal: Terminal): ProjectSource {
  const path = terminal.path(written);
  const found = isFolder(path);
  if (found === undefined)
    throw new UnreadableError(`There is no project folder and no flow file at ${written}.`);
  return { kind: found ? "folder" : "flow", path };
}

/**
 * A path that has to be a project folder, for commands that do not take a flow file.
 *
 * @throws {UnreadableError} where it holds no `rivulet.json`
 */
export function projectFolder(written: string, terminal: Terminal): string {
  const path = terminal.path(written);
  if (existsSync(join(path, "rivulet.json"))) return path;
  throw new UnreadableError(
    `${written} is no project folder: it has no rivulet.json. Make one with: rivulet new <dir>`,
  );
}

/** Reads a project folder or an exported flow. Its problems are in the result. */
export function readProject(engine: Engine, source: ProjectSource): Promise<LoadedProject> {
  return source.kind === "folder" ? engine.loadFolder(source.path) : engine.loadFlow(source.path);
}

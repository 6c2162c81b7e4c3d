import { statSync } from "node:fs";
import type { Engine, LoadedProject } from "@rivulet/runtime";
import { ProjectUnreadable } from "./project-unreadable.ts";
import type { Terminal } from "./terminal.ts";

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
    throw new ProjectUnreadable(`There is no project folder and no flow file at ${written}.`);
  return { kind: found ? "folder" : "flow", path };
}

/** Reads a project folder or an exported flow. Its problems are in the result. */
export function readProject(engine: Engine, source: ProjectSource): Promise<LoadedProject> {
  return source.kind === "folder" ? engine.loadFolder(source.path) : engine.loadFlow(source.path);
}

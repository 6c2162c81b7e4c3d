import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { parseJson } from "../json/parse-json.ts";
import { projectIdentityPattern } from "../records/project-record.ts";
import { realFolder } from "./inside-folder.ts";
import { FolderError, localFolder, localFolderName } from "./local-folder.ts";
import type { ProjectFolder } from "./project-folder.ts";

/** Where a project keeps who it is when `rivulet.json` does not say so; below `.rivulet`. */
const identityFile = "project.json";

const schema = z.object({ identity: z.string().check(z.regex(projectIdentityPattern)) });

/**
 * What tells a project from all others, wherever it lies and whatever it is called: `identity` of `rivulet.json`, so that all
 * copies of it are the same project. A project without one gets one from its place and name, which is kept in `.rivulet`:
 * the same again where `.rivulet` is gone, and the same still when the folder has moved.
 *
 * @throws {FolderError} when there is no such folder
 */
export function projectIdentity(folder: ProjectFolder): string {
  const root = realFolder(folder.path);
  if (root === undefined) throw new FolderError(`There is no folder ${folder.path}.`);
  const project = folder.read().records.get("project");
  const settings = project?.type === "project" ? project : undefined;
  return settings?.identity ?? keptIdentity(root) ?? keepIdentity(root, settings?.name ?? "");
}

function keptIdentity(root: string): string | undefined {
  try {
    const text = readFileSync(join(root, localFolderName, identityFile), "utf8");
    return schema.safeParse(parseJson(text)).data?.identity;
  } catch {
    return undefined;
  }
}

function keepIdentity(root: string, name: string): string {
  const place = JSON.stringify(["rivulet project", root, name]);
  const identity = createHash("sha256").update(place).digest("hex").slice(0, 32);
  const file = join(localFolder(root), identityFile);
  // Two that do so at the same time write the same.
  writeFileSync(`${file}.${process.pid}`, `${JSON.stringify({ identity })}\n`, { mode: 0o600 });
  renameSync(`${file}.${process.pid}`, file);
  return identity;
}

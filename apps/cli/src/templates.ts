import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { blankProject, diffRecords } from "@rivulet/model";
import { ProjectFolder, createProject as writeProject } from "@rivulet/model/folder";
import { connectors } from "./composition.ts";

/** What a project can begin as. */
export const templateNames = ["tutorial", "samples", "blank"] as const;
export type TemplateName = (typeof templateNames)[number];

/** The folder with the template files: beside the sources and beside the bundle alike. */
function templatesFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, "templates");
    if (existsSync(join(candidate, "tutorial", "rivulet.json"))) return candidate;
    if (folder === dirname(folder)) throw new Error("The templates of this installation are missing.");
  }
}

async function writeBlank(folder: string): Promise<void> {
  const records = blankProject({
    name: basename(folder),
    connectors: connectors.map(({ module: { name, version } }) => ({ module: name, version })),
  });
  const saved = await writeProject(folder, records);
  if (saved.outcome !== "saved") throw new Error(`The project could not be written into ${folder}.`);
}

/** Projects that begin as the same template are others all the same, also where they share a database. */
async function giveIdentity(path: string): Promise<void> {
  const folder = new ProjectFolder(path);
  const { records, documents } = folder.read();
  const before = records.get("project");
  if (before?.type !== "project") throw new Error(`The project in ${path} cannot be read.`);
  const after = { ...before, identity: randomUUID() };
  const hash = documents.find(({ id }) => id === "project")?.hash;
  const saved = await folder.save({
    diff: diffRecords(records, new Map([...records, ["project", after]])),
    expectedHashes: hash === undefined ? {} : { project: hash },
  });
  if (saved.outcome !== "saved") throw new Error(`The project could not be written into ${path}.`);
}

/** Whether a folder is there and has something in it. */
export async function isOccupied(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.length > 0;
}

/** Makes a project folder from a template. The folder has to be empty or absent: nothing is ever overwritten. */
export async function createProject(folder: string, template: TemplateName): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (template === "blank") await writeBlank(folder);
  else
    await cp(join(templatesFolder(), template), folder, {
      recursive: true,
      force: false,
    });
  await giveIdentity(folder);
  const ignored = join(folder, ".gitignore");
  if (!existsSync(ignored)) await writeFile(ignored, ".rivulet/\n");
}

import { existsSync } from "node:fs";
import { cp, mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { blankProject } from "@rivulet/model";
import { createProject as writeProject } from "@rivulet/model/folder";
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
  const ignored = join(folder, ".gitignore");
  if (!existsSync(ignored)) await writeFile(ignored, ".rivulet/\n");
}

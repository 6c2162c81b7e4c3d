import { cpSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { sampleProject } from "../records/sample-project.test-support.ts";
import { ProjectFolder } from "./project-folder.ts";
import { projectIdentity } from "./project-identity.ts";
import { projectFolderOf, temporaryFolder } from "./temporary-folder.test-support.ts";

const identityOf = (path: string) => projectIdentity(new ProjectFolder(path));

function named(identity: string): string {
  const records = new Map(sampleProject);
  const project = records.get("project");
  if (project?.type === "project") records.set("project", { ...project, identity });
  return projectFolderOf(records);
}

it("a project that says who it is, is so everywhere", () => {
  expect([identityOf(named("shop-of-ada")), identityOf(named("shop-of-ada"))]).toEqual([
    "shop-of-ada",
    "shop-of-ada",
  ]);
});

it("a project that does not say so has an identity of its own, which moves with it", () => {
  const path = projectFolderOf(sampleProject);
  const identity = identityOf(path);
  expect(identity).toMatch(/^[0-9a-f]{32}$/);
  expect(identityOf(projectFolderOf(sampleProject))).not.toBe(identity);
  rmSync(join(path, ".rivulet"), { recursive: true });
  expect(identityOf(path)).toBe(identity);
  const elsewhere = join(temporaryFolder(), "moved");
  cpSync(path, elsewhere, { recursive: true });
  expect(identityOf(elsewhere)).toBe(identity);
  renameSync(join(path, "rivulet.json"), join(path, "gone.json"));
  expect(identityOf(path)).toBe(identity);
});

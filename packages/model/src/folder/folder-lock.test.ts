import { mkdirSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { emptyDiff } from "../diff.ts";
import { sampleProject } from "../records/sample-project.test-support.ts";
import { lockFolder } from "./folder-lock.ts";
import { thisProcess } from "./process-life.ts";
import { ProjectFolder, saveProject } from "./project-folder.ts";
import { projectFolderOf, temporaryFolder } from "./temporary-folder.test-support.ts";

const nothing = { diff: emptyDiff, expectedHashes: {} };

function lockedBy(owner: { pid: number; start: string }): string {
  const folder = realpathSync(temporaryFolder());
  mkdirSync(join(folder, ".rivulet/locks"), { recursive: true });
  writeFileSync(join(folder, ".rivulet/locks", `${owner.pid}.${owner.start}.0abc`), "");
  return folder;
}

it("one writer at a time has the lock of a folder", () => {
  const folder = realpathSync(temporaryFolder());
  const first = lockFolder(folder);
  expect(lockFolder(folder)).toEqual({ outcome: "held", pid: process.pid });
  if (first.outcome === "locked") first.release();
  expect(lockFolder(folder)).toMatchObject({ outcome: "locked" });
});

it("whoever saves waits for a process that is saving, and does not wait for ever", async () => {
  const path = projectFolderOf(sampleProject);
  const other = lockFolder(realpathSync(path));
  expect(await new ProjectFolder(path, 0).save(nothing)).toEqual({ outcome: "held", pid: process.pid });
  const waiting = saveProject(path, nothing);
  if (other.outcome === "locked") other.release();
  expect(await waiting).toMatchObject({ outcome: "saved" });
  expect(readdirSync(join(path, ".rivulet/locks"))).toEqual([]);
});

it("many who save into one folder at the same time all come to their turn", async () => {
  const path = projectFolderOf(sampleProject);
  const saves = Array.from({ length: 8 }, () => saveProject(path, nothing));
  for (const result of await Promise.all(saves)) expect(result).toMatchObject({ outcome: "saved" });
});

it("the lock of a process that has ended counts for nothing and is removed", () => {
  // Numbers of processes are below 2 ** 22 (Linux) or far smaller.
  const folder = lockedBy({ pid: 2 ** 22 + 1, start: "0" });
  expect(lockFolder(folder)).toMatchObject({ outcome: "locked" });
  expect(readdirSync(join(folder, ".rivulet/locks"))).toHaveLength(1);
});

it.runIf(thisProcess().start !== "0")(
  "a process that got the number of one that has ended is not taken for it",
  () => {
    expect(lockFolder(lockedBy({ pid: process.pid, start: "1" }))).toMatchObject({ outcome: "locked" });
    expect(lockFolder(lockedBy({ pid: process.pid, start: "0" }))).toEqual({
      outcome: "held",
      pid: process.pid,
    });
  },
);

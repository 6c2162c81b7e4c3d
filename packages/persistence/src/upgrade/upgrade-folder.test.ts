import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { beginUpgrade, isUpgradeCutOff, settleUpgrade, takeOver } from "./upgrade-folder.ts";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "rivulet-upgrade-"))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Files that say which they are. */
function make(path: string, content: string): void {
  mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, path, "which"), content);
}

const which = (path: string) => readFileSync(join(folder, path, "which"), "utf8");

test("proven files take over, and those of before are kept, each time under a name of their own", () => {
  for (const [round, kept] of [
    ["first", "data.17"],
    ["second", "data.17-2"],
  ] as const) {
    rmSync(join(folder, "data"), { recursive: true, force: true });
    make("data", `old, ${round}`);
    beginUpgrade(folder, undefined);
    make("upgrade/data", `new, ${round}`);
    expect(takeOver(folder, "17")).toBe(join(folder, kept));
    expect([which("data"), which(kept)]).toEqual([`new, ${round}`, `old, ${round}`]);
  }
});

test("files that are only copied so far are nothing", async () => {
  make("data", "old");
  make("upgrade/data", "half");
  await settleUpgrade(folder);
  expect(which("data")).toBe("old");
  expect(readdirSync(folder)).toEqual(["data"]);
});

test("half of the files is nothing where there are no others either", async () => {
  make("upgrade/data", "half");
  await settleUpgrade(folder);
  expect(existsSync(join(folder, "data"))).toBe(false);
});

test("proven files beside others are nothing: the earlier version may have stored more since", async () => {
  make("data", "old, and more");
  make("upgrade/ready", "new");
  expect(isUpgradeCutOff(folder)).toBe(false);
  await settleUpgrade(folder);
  expect(which("data")).toBe("old, and more");
  expect(readdirSync(folder)).toEqual(["data"]);
});

test("proven files that only lack their name get it", async () => {
  make("data.17", "old");
  make("upgrade/ready", "new");
  expect(isUpgradeCutOff(folder)).toBe(true);
  await settleUpgrade(folder);
  expect(which("data")).toBe("new");
  expect(readdirSync(folder).toSorted()).toEqual(["data", "data.17"]);
});

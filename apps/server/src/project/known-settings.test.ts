import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { resolveSettings } from "@rivulet/runtime";
import { buildProject } from "@rivulet/testkit";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { KnownSettings } from "./known-settings.ts";
import type { OpenedProject } from "./opened-project.ts";

let folder: string;
let region: string;
let made: string[];
let settings: KnownSettings;

const { index } = buildProject({ configurations: [{ name: "AWS", kind: "aws", constants: {} }] });
/** Only what it is counts here: settings are those of one project. */
const aProject = () => ({ loaded: { index } }) as OpenedProject;

beforeEach(() => {
  // After a second of silence they are made anew, and a test takes as long as the machine lets it.
  vi.useFakeTimers({ toFake: ["Date"] });
  folder = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-settings-")));
  region = join(folder, "region");
  writeFileSync(region, "eu-west-1");
  made = [];
  settings = new KnownSettings(folder, (project, configuration) => {
    made.push(configuration ?? "the active one");
    const flags = { region: readFileSync(region, "utf8"), ...(configuration && { configuration }) };
    const result = resolveSettings(project.loaded.index, { flags });
    if ("problems" in result) throw new Error(result.problems[0]?.message);
    return result.settings;
  });
});
afterEach(() => {
  vi.useRealTimers();
  settings.close();
  rmSync(folder, { recursive: true });
});

test("settings are made once while nothing changes, and for each configuration apart", () => {
  const project = aProject();
  settings.of(project);
  made = [];
  const first = settings.of(project);
  expect(settings.of(project)).toBe(first);
  expect(settings.of(project, "AWS").configuration).toBe("AWS");
  settings.of(project, "AWS");
  expect(made.filter((name) => name === "AWS")).toEqual(["AWS"]);
});

test("what is changed in the folder before they are asked for counts", async () => {
  const project = aProject();
  expect(settings.of(project).region).toBe("eu-west-1");
  writeFileSync(region, "us-east-1");
  await nextTurn();
  await nextTurn();
  expect(settings.of(project).region).toBe("us-east-1");
});

test("another project has settings of its own", () => {
  const project = aProject();
  settings.of(project);
  made = [];
  settings.of(aProject());
  expect(made).toEqual(["the active one"]);
});

test("settings that cannot be made are not known the next time either", () => {
  const project = aProject();
  expect(() => settings.of(project, "Production")).toThrow("no configuration Production");
  expect(() => settings.of(project, "Production")).toThrow("no configuration Production");
  expect(made).toEqual(["Production", "Production"]);
});

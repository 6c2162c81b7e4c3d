import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documentsOf } from "../documents/documents-of.ts";
import { printDocument } from "../documents/write-document.ts";
import { projectOf, sampleProject, sampleRecords } from "../records/sample-project.test-support.ts";
import { loadProject } from "./load-project.ts";
import { projectFolderOf, temporaryFolder, writeFileAt } from "./temporary-folder.test-support.ts";

const pay = "modules/Sales/microflows/Pay.json";
const payLater = "modules/Sales/microflows/PayLater.json";

function textOf(id: string, change: object): string {
  const records = sampleRecords.map((record) => (record.id === id ? { ...record, ...change } : record));
  const document = documentsOf(projectOf(records as typeof sampleRecords)).find((one) => one.id === id);
  return document ? printDocument(document) : "";
}

/** A folder whose writer was killed: a rename of Pay and a change of Limit are committed, but not in their places. */
function killedFolder(state: "preparing" | "committed" | "done"): string {
  const folder = projectFolderOf(sampleProject);
  const journal = `.rivulet/journal/${state}`;
  const layout = "modules/Sales/microflows/Pay.layout.json";
  const writes = [payLater, "modules/Sales/constants/Limit.json", layout.replace("Pay", "PayLater")];
  const plan = { format: "rivulet/journal", version: 1, writes, removals: [pay, layout] };
  writeFileAt(folder, `${journal}/plan.json`, JSON.stringify(plan));
  writeFileAt(folder, `${journal}/0`, textOf("pay", { name: "PayLater" }));
  writeFileAt(folder, `${journal}/1`, textOf("limit", { defaultValue: 77 }));
  writeFileAt(folder, `${journal}/2`, readFileSync(join(folder, layout), "utf8"));
  return folder;
}

function expectSaved(folder: string): void {
  const { records, problems } = loadProject(folder);
  expect(problems).toEqual([]);
  expect([records.get("pay"), records.get("limit")]).toMatchObject([
    { name: "PayLater" },
    { defaultValue: 77 },
  ]);
  expect(existsSync(join(folder, pay))).toBe(false);
  expect(readdirSync(join(folder, ".rivulet/journal"))).toEqual([]);
}

describe("the journal of a killed save", () => {
  it("is carried out when it was committed", () => {
    expectSaved(killedFolder("committed"));
  });

  it.each([0, 1, 2])("is carried out when %d of its files were in their places", (count) => {
    const folder = killedFolder("committed");
    const plan = JSON.parse(readFileSync(join(folder, ".rivulet/journal/committed/plan.json"), "utf8"));
    for (let index = 0; index <= count; index += 1) {
      const text = readFileSync(join(folder, ".rivulet/journal/committed", String(index)), "utf8");
      writeFileSync(join(folder, plan.writes[index]), text);
    }
    writeFileAt(folder, ".rivulet/journal/committed/0.placed", "half a copy");
    expectSaved(folder);
  });

  it.each(["preparing", "done"] as const)("is left alone when it was %s", (state) => {
    const { records, problems } = loadProject(killedFolder(state));
    expect(problems).toEqual([]);
    expect(records).toEqual(sampleProject);
  });

  const planOf = (writes: string[], removals: string[] = []) =>
    JSON.stringify({ format: "rivulet/journal", version: 1, writes, removals });

  it.each([
    ["a path outside", planOf(["../outside.json"])],
    ["an absolute path", planOf(["/tmp/outside.json"])],
    ["a file that is no document", planOf(["modules/Sales/microflows/../../../x.json"])],
    ["a removal of something else", planOf([], [".git/config"])],
    ["something that is no plan", "[]"],
    ["something that is not JSON", "{"],
  ])("with %s is a problem, and nothing is written", (_what, plan) => {
    const folder = projectFolderOf(sampleProject);
    writeFileAt(folder, ".git/config", "mine");
    writeFileAt(folder, ".rivulet/journal/committed/plan.json", plan);
    writeFileAt(folder, ".rivulet/journal/committed/0", "{}");
    const { records, problems } = loadProject(folder);
    expect(problems).toMatchObject([
      { code: "unfinished-save", place: { file: ".rivulet/journal/committed" } },
    ]);
    expect(records).toEqual(sampleProject);
    expect(existsSync(join(folder, ".git/config"))).toBe(true);
  });

  it("with a link instead of a file is a problem, and nothing is written", () => {
    const folder = projectFolderOf(sampleProject);
    const secret = join(temporaryFolder(), "secret");
    writeFileSync(secret, "secret");
    writeFileAt(folder, ".rivulet/journal/committed/plan.json", planOf([pay]));
    symlinkSync(secret, join(folder, ".rivulet/journal/committed/0"));
    expect(loadProject(folder)).toMatchObject({
      records: sampleProject,
      problems: [{ code: "unfinished-save" }],
    });
  });

  it("that is a link to another folder is a problem", () => {
    const folder = projectFolderOf(sampleProject);
    mkdirSync(join(folder, ".rivulet/journal"), { recursive: true });
    symlinkSync(
      join(killedFolder("committed"), ".rivulet/journal/committed"),
      join(folder, ".rivulet/journal/committed"),
    );
    expect(loadProject(folder)).toMatchObject({
      records: sampleProject,
      problems: [{ code: "unfinished-save" }],
    });
  });
});

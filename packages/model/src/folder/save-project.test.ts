import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Diff, diffRecords, emptyDiff } from "../diff.ts";
import { domainModelId } from "../documents/document.ts";
import type { EntityRecord, ProjectRecord, ProjectRecords } from "../records/records.ts";
import { sampleProject } from "../records/sample-project.test-support.ts";
import { loadProject } from "./load-project.ts";
import { FolderError } from "./local-folder.ts";
import { createProject, ProjectFolder, saveProject } from "./project-folder.ts";
import type { SaveResult } from "./save-result.ts";
import { projectFolderOf, temporaryFolder, writeFileAt } from "./temporary-folder.test-support.ts";

const microflows = "modules/Sales/microflows";

/** Records with some of them replaced, added (with all they need) or removed (`undefined`). */
function changed(
  records: ProjectRecords,
  changes: Readonly<Record<string, object | undefined>>,
): ProjectRecords {
  const result = new Map(records);
  for (const [id, change] of Object.entries(changes)) {
    if (change) result.set(id, { ...records.get(id), id, ...change } as ProjectRecord);
    else result.delete(id);
  }
  return result;
}

interface Save {
  readonly folder: string;
  readonly diff: Diff;
  readonly expectedHashes: Record<string, string | null>;
}

/** A save that changes the records of a folder, from the hashes that are there now. */
function saveOf(folder: string, change: (records: ProjectRecords) => ProjectRecords): Save {
  const { records, documents } = loadProject(folder);
  const expectedHashes = Object.fromEntries(documents.map(({ id, hash }) => [id, hash]));
  return { folder, diff: diffRecords(records, change(records)), expectedHashes };
}

const save = ({ folder, ...change }: Save): Promise<SaveResult> => saveProject(folder, change);

function saveChanges(
  folder: string,
  changes: Readonly<Record<string, object | undefined>>,
): Promise<SaveResult> {
  return save(saveOf(folder, (records) => changed(records, changes)));
}

function filesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.includes(".rivulet"));
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
  );
}

const newMicroflow = {
  type: "microflow",
  parent: "sales",
  name: "Other",
  returnType: { kind: "nothing" },
  allowedRoles: [],
};

describe("a save", () => {
  it("writes the documents that the diff changes, and no others", async () => {
    const folder = projectFolderOf(sampleProject);
    const before = filesOf(folder);
    const { ino } = statSync(join(folder, "rivulet.json"));
    const result = await saveChanges(folder, { limit: { defaultValue: 4 }, other: newMicroflow });
    const limit = "modules/Sales/constants/Limit.json";
    expect({ ...filesOf(folder), [limit]: "", [`${microflows}/Other.json`]: "" }).toEqual({
      ...before,
      [limit]: "",
      [`${microflows}/Other.json`]: "",
    });
    expect(statSync(join(folder, "rivulet.json")).ino).toBe(ino);
    expect(loadProject(folder)).toEqual(result.outcome === "saved" ? result.project : result);
    expect(result).toMatchObject({ hashes: { limit: expect.any(String), other: expect.any(String) } });
  });

  it("says the hashes with which the next save starts", async () => {
    const folder = projectFolderOf(sampleProject);
    const first = await saveChanges(folder, { limit: { defaultValue: 4 } });
    const hashes = first.outcome === "saved" ? first.hashes : {};
    const { diff } = saveOf(folder, (records) => changed(records, { limit: { defaultValue: 5 } }));
    expect(await saveProject(folder, { diff, expectedHashes: hashes })).toMatchObject({ outcome: "saved" });
  });

  it("moves a document with its layout when it is renamed, also when only the case changes", async () => {
    const folder = projectFolderOf(sampleProject);
    for (const name of ["PayNow", "PAYNOW"]) {
      expect(await saveChanges(folder, { pay: { name } })).toMatchObject({ outcome: "saved" });
      const names = readdirSync(join(folder, microflows)).sort();
      expect(names).toEqual([`${name}.json`, `${name}.layout.json`]);
      expect(loadProject(folder).problems).toEqual([]);
    }
  });

  it("moves all documents of a module that is renamed, as they are", async () => {
    const folder = projectFolderOf(sampleProject);
    const text = `${readFileSync(join(folder, "modules/Sales/constants/Limit.json"), "utf8")}\n\n`;
    writeFileAt(folder, "modules/Sales/constants/Limit.json", text);
    const { diff, expectedHashes } = saveOf(folder, (records) =>
      changed(records, { sales: { name: "Shop" } }),
    );
    const result = await saveProject(folder, {
      diff,
      expectedHashes: { sales: expectedHashes["sales"] ?? null },
    });
    expect(result).toMatchObject({ outcome: "saved" });
    expect(readdirSync(join(folder, "modules"))).toEqual(["Shop"]);
    expect(readFileSync(join(folder, "modules/Shop/constants/Limit.json"), "utf8")).toBe(text);
    expect(loadProject(folder).problems).toEqual([]);
  });

  it("writes the domain model of a new module, and removes a module with its folder", async () => {
    const folder = projectFolderOf(sampleProject);
    const module = { type: "module", parent: "project", name: "Stock", roles: [], folders: [] };
    expect(await saveChanges(folder, { stock: module })).toMatchObject({
      hashes: { stock: expect.any(String), [domainModelId("stock")]: expect.any(String) },
    });
    expect(readdirSync(join(folder, "modules/Stock"))).toEqual(["domain-model.json", "module.json"]);
    const { diff, expectedHashes } = saveOf(folder, (records) => changed(records, { stock: undefined }));
    const removed = await saveProject(folder, {
      diff,
      expectedHashes: { stock: expectedHashes["stock"] ?? null },
    });
    expect(removed).toMatchObject({ hashes: { stock: null, [domainModelId("stock")]: null } });
    expect(readdirSync(join(folder, "modules"))).toEqual(["Sales"]);
  });

  it("swaps the names of two documents", async () => {
    const folder = projectFolderOf(sampleProject);
    await saveChanges(folder, { other: newMicroflow });
    await saveChanges(folder, { other: { name: "Pay" }, pay: { name: "Other" } });
    const { records, problems } = loadProject(folder);
    expect(problems).toEqual([]);
    expect([records.get("pay"), records.get("other")]).toMatchObject([{ name: "Other" }, { name: "Pay" }]);
  });

  it("of nothing writes nothing", async () => {
    const folder = projectFolderOf(sampleProject);
    const before = filesOf(folder);
    expect(await saveProject(folder, { diff: emptyDiff, expectedHashes: {} })).toMatchObject({ hashes: {} });
    expect(filesOf(folder)).toEqual(before);
  });

  it("of one folder comes after the other", async () => {
    const folder = new ProjectFolder(projectFolderOf(sampleProject));
    const { records, documents } = folder.read();
    const hash = documents.find(({ id }) => id === "limit")?.hash ?? null;
    const saves = [4, 5].map((defaultValue) =>
      folder.save({
        diff: diffRecords(records, changed(records, { limit: { defaultValue } })),
        expectedHashes: { limit: hash },
      }),
    );
    expect(await Promise.all(saves)).toMatchObject([{ outcome: "saved" }, { outcome: "stale" }]);
  });

  it("leaves what else is in the folder alone", async () => {
    const folder = projectFolderOf(sampleProject);
    writeFileAt(folder, `${microflows}/notes.txt`, "mine");
    await save(saveOf(folder, (records) => new Map([["project", records.get("project") as ProjectRecord]])));
    expect(Object.keys(filesOf(folder)).sort()).toEqual([`${microflows}/notes.txt`, "rivulet.json"]);
  });
});

describe("a stale save", () => {
  it("writes nothing and tells what is there now", async () => {
    const folder = projectFolderOf(sampleProject);
    const stale = saveOf(folder, (records) =>
      changed(records, { limit: { defaultValue: 4 }, pay: { documentation: "x" } }),
    );
    await saveChanges(folder, { limit: { defaultValue: 9 } });
    const before = filesOf(folder);
    expect(await save(stale)).toMatchObject({
      outcome: "stale",
      documents: [
        { id: "limit", path: "modules/Sales/constants/Limit.json", records: [{ defaultValue: 9 }] },
      ],
    });
    expect(filesOf(folder)).toEqual(before);
  });

  it.each<[string, (folder: string) => void, string, unknown]>([
    ["was removed", (folder) => rmSync(join(folder, "modules/Sales/constants/Limit.json")), "limit", null],
    ["was broken", (folder) => writeFileAt(folder, "modules/Sales/constants/Limit.json", "{"), "limit", null],
  ])("is one whose document %s", async (_what, change, id, records) => {
    const folder = projectFolderOf(sampleProject);
    const stale = saveOf(folder, (all) => changed(all, { limit: { defaultValue: 4 } }));
    change(folder);
    expect(await save(stale)).toMatchObject({ outcome: "stale", documents: [{ id, records }] });
  });

  it.each<[string, string]>([
    ["a file that cannot be read", "{"],
    ["a document of another id", "somebody else's"],
  ])("is one that would write over %s", async (_what, text) => {
    const folder = projectFolderOf(sampleProject);
    const stale = saveOf(folder, (all) => changed(all, { other: newMicroflow }));
    writeFileAt(folder, `${microflows}/Other.json`, text);
    expect(await save(stale)).toMatchObject({
      outcome: "stale",
      documents: [{ id: "other", path: `${microflows}/Other.json`, hash: expect.any(String), records: null }],
    });
    expect(readFileSync(join(folder, microflows, "Other.json"), "utf8")).toBe(text);
  });

  it("is one that starts from nothing where there is something", async () => {
    const folder = projectFolderOf(sampleProject);
    const { diff } = saveOf(folder, (all) => changed(all, { limit: { defaultValue: 4 } }));
    const result = await saveProject(folder, { diff, expectedHashes: { limit: null } });
    expect(result).toMatchObject({ outcome: "stale", documents: [{ id: "limit" }] });
  });
});

describe("a save is refused", () => {
  it.each<[string, Readonly<Record<string, object | undefined>>, string, string]>([
    [
      "with a name that leads elsewhere",
      { pay: { name: "../../../etc/Pay" } },
      "invalid-name",
      "cannot be written",
    ],
    ["with a module that leads elsewhere", { sales: { name: ".." } }, "invalid-name", "cannot be written"],
    [
      "with a name that Windows keeps for itself",
      { pay: { name: "Aux" } },
      "invalid-name",
      "cannot be written",
    ],
    [
      "with two documents in one place",
      { other: { ...newMicroflow, name: "Pay" } },
      "duplicate-name",
      "are the same file",
    ],
    [
      "with names that differ only in case",
      { other: { ...newMicroflow, name: "PAY" } },
      "names-differ-in-case",
      "differ only in case",
    ],
    [
      "when a loop is removed without what is in it",
      { loop: undefined },
      "dangling-parent",
      'The element inner belongs to "loop"',
    ],
    [
      "when a module is removed without its documents",
      { sales: undefined },
      "dangling-parent",
      'belongs to "sales"',
    ],
    [
      "with a record that could not be read again",
      { pay: { returnType: { kind: "no" } } },
      "wrong-format",
      "returnType.kind",
    ],
    ["with a member that is not known", { pay: { colour: "red" } }, "wrong-format", "colour"],
  ])("%s", async (_what, changes, code, message) => {
    const folder = projectFolderOf(sampleProject);
    const before = filesOf(folder);
    const result = await saveChanges(folder, changes);
    expect(result).toMatchObject({ outcome: "refused" });
    const problems = result.outcome === "refused" ? result.problems : [];
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(problems.map((problem) => problem.message).join()).toContain(message);
    expect(filesOf(folder)).toEqual(before);
  });

  it("when it does not say from which hash it started", async () => {
    const folder = projectFolderOf(sampleProject);
    const { diff } = saveOf(folder, (all) => changed(all, { pay: { documentation: "x" } }));
    expect(await saveProject(folder, { diff, expectedHashes: {} })).toMatchObject({
      problems: [{ code: "missing-hash", place: { file: `${microflows}/Pay.json` } }],
    });
  });

  it("when the diff was made from other records", async () => {
    const folder = projectFolderOf(sampleProject);
    const order = sampleProject.get("order") as EntityRecord;
    const expectedHashes = saveOf(folder, (records) => records).expectedHashes;
    const codes = async (diff: Partial<Diff>) =>
      saveProject(folder, { diff: { ...emptyDiff, ...diff }, expectedHashes });
    const misfit = { outcome: "refused", problems: [{ code: "diff-does-not-fit" }] };
    expect(await codes({ added: { order } })).toMatchObject(misfit);
    expect(
      await codes({
        updated: {
          nobody: [
            { ...order, id: "nobody" },
            { ...order, id: "nobody" },
          ],
        },
      }),
    ).toMatchObject(misfit);
    expect(await codes({ removed: { nobody: order } })).toMatchObject(misfit);
    expect(await codes({ added: { order2: order } })).toMatchObject(misfit);
  });
});

describe("a save stays inside the folder", () => {
  const linkedFolder = (path: string) => {
    const folder = projectFolderOf(sampleProject);
    const outside = temporaryFolder();
    rmSync(join(folder, path), { recursive: true, force: true });
    symlinkSync(outside, join(folder, path));
    return { folder, outside };
  };

  it("when the folder of a document links outside", async () => {
    const { folder, outside } = linkedFolder("modules/Sales/enumerations");
    const result = saveChanges(folder, {
      enum2: { type: "enumeration", parent: "sales", name: "ENUM_Other", values: [] },
    });
    await expect(result).rejects.toThrow(FolderError);
    expect(readdirSync(outside)).toEqual([]);
  });

  it("when .rivulet links outside", async () => {
    const { folder, outside } = linkedFolder(".rivulet");
    await expect(saveChanges(folder, { limit: { defaultValue: 4 } })).rejects.toThrow(
      "leads out of the project folder",
    );
    expect(readdirSync(outside)).toEqual([]);
  });

  it("when a folder lies where a document belongs", async () => {
    const folder = projectFolderOf(sampleProject);
    mkdirSync(join(folder, microflows, "Other.json"));
    await expect(saveChanges(folder, { other: newMicroflow })).rejects.toThrow("Other.json is a folder");
    expect(await saveChanges(folder, { limit: { defaultValue: 4 } })).toMatchObject({ outcome: "saved" });
  });
});

describe("a new project", () => {
  it("is written into an empty folder", async () => {
    const folder = temporaryFolder();
    expect(await createProject(folder, sampleProject)).toMatchObject({ outcome: "saved" });
    expect(loadProject(folder)).toMatchObject({ records: sampleProject, problems: [] });
    expect(readFileSync(join(folder, ".rivulet/.gitignore"), "utf8")).toBe("*\n");
  });

  it("is refused where there is one", async () => {
    const folder = projectFolderOf(sampleProject);
    expect(await createProject(folder, sampleProject)).toMatchObject({
      problems: [{ code: "project-exists" }],
    });
  });

  it("needs a folder", async () => {
    await expect(createProject(join(temporaryFolder(), "missing"), sampleProject)).rejects.toThrow(
      "There is no folder",
    );
  });
});

describe("formatting a project", () => {
  it("writes every document in its one form and place, and then changes nothing more", async () => {
    const folder = projectFolderOf(sampleProject);
    const canonical = filesOf(folder);
    const limit = "modules/Sales/constants/Limit.json";
    writeFileAt(folder, limit, JSON.stringify(JSON.parse(canonical[limit] ?? "")));
    writeFileAt(folder, `${microflows}/Misnamed.json`, canonical[`${microflows}/Pay.json`] ?? "");
    rmSync(join(folder, `${microflows}/Pay.json`));
    rmSync(join(folder, `${microflows}/Pay.layout.json`));
    delete canonical[`${microflows}/Pay.layout.json`];
    const projectFolder = new ProjectFolder(folder);
    expect(projectFolder.unformatted()).toEqual([limit, `${microflows}/Misnamed.json`]);
    expect(await projectFolder.format()).toMatchObject({ outcome: "saved", project: { problems: [] } });
    expect(filesOf(folder)).toEqual(canonical);
    expect(projectFolder.unformatted()).toEqual([]);
    expect(existsSync(join(folder, ".rivulet/journal/done"))).toBe(false);
  });
});

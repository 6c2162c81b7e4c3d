import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documentsOf } from "../documents/documents-of.ts";
import { printDocument } from "../documents/write-document.ts";
import { hashText } from "../json/canonical-json.ts";
import { projectOf, sampleProject, sampleRecords } from "../records/sample-project.test-support.ts";
import { loadProject } from "./load-project.ts";
import { ProjectReader } from "./project-reader.ts";
import { projectFolderOf, temporaryFolder, writeFileAt } from "./temporary-folder.test-support.ts";

/** A folder with the sample project, and then something done to it. */
function changedFolder(change: (folder: string) => void): string {
  const folder = projectFolderOf(sampleProject);
  change(folder);
  return folder;
}

const write = (path: string, content: string | Uint8Array) => (folder: string) =>
  writeFileAt(folder, path, content);
const remove = (path: string) => (folder: string) => rmSync(join(folder, path));

const pay = "modules/Sales/microflows/Pay.json";

function microflowText(fields: object): string {
  return JSON.stringify({
    format: "rivulet/microflow",
    version: 1,
    id: "other",
    name: "Other",
    allowedRoles: [],
    returnType: { kind: "nothing" },
    elements: [],
    sequenceFlows: [],
    ...fields,
  });
}

describe("a project folder", () => {
  it("gives back the records that were written into it, with the hash of each document", () => {
    const project = loadProject(projectFolderOf(sampleProject));
    expect(project.problems).toEqual([]);
    expect(project.records).toEqual(sampleProject);
    expect(project.documents).toEqual(
      documentsOf(sampleProject).map((document) => ({
        id: document.id,
        kind: document.kind,
        path: document.path,
        hash: hashText(printDocument(document)),
      })),
    );
  });

  it("may hold files of others beside its modules, and files with a dot in front", () => {
    const folder = changedFolder((root) => {
      writeFileAt(root, "README.md", "# Shop");
      writeFileAt(root, "src/index.ts", "");
      writeFileAt(root, "modules/.DS_Store", "");
      writeFileAt(root, ".rivulet/port", "8080");
    });
    expect(loadProject(folder).problems).toEqual([]);
  });

  it("with the link to a folder inside itself is read over the link", () => {
    const folder = projectFolderOf(sampleProject);
    writeFileAt(folder, "elsewhere/Other.json", microflowText({}));
    symlinkSync("../../../elsewhere/Other.json", join(folder, "modules/Sales/microflows/Other.json"));
    const project = loadProject(folder);
    expect(project.problems).toEqual([]);
    expect(project.records.get("other")).toMatchObject({ name: "Other" });
  });

  it("without rivulet.json is no project", () => {
    expect(loadProject(temporaryFolder())).toMatchObject({
      records: new Map(),
      documents: [],
      problems: [{ code: "no-project", place: { file: "rivulet.json" } }],
    });
    expect(loadProject(join(temporaryFolder(), "missing")).problems).toMatchObject([{ code: "no-project" }]);
  });
});

interface BadFolder {
  readonly what: string;
  readonly change: (folder: string) => void;
  readonly problem: { severity?: "warning"; code: string; file: string; field?: string; message: string };
  /** Ids of records that are still read, and of records that are not. */
  readonly keeps?: string[];
  readonly drops?: string[];
}

const badFolders: readonly BadFolder[] = [
  {
    what: "a file that is not JSON",
    change: write(pay, '{\n  "format": "rivulet/microflow",\n}'),
    problem: {
      code: "not-json",
      file: pay,
      message: `${pay}: This is not JSON: "}" is not expected at line 3, column 1.`,
    },
    keeps: ["order"],
    drops: ["pay", "start", "placement:start"],
  },
  {
    what: "a file that is no JSON object",
    change: write(pay, "[]"),
    problem: { code: "wrong-format", file: pay, field: "", message: "holds no JSON object" },
  },
  {
    what: "an unknown version",
    change: write(pay, microflowText({ name: "Pay", version: 99 })),
    problem: { code: "unknown-version", file: pay, field: "version", message: "has format version 99" },
    drops: ["other"],
  },
  {
    what: "a document of another kind",
    change: write(pay, '{"format": "rivulet/page", "version": 1}'),
    problem: {
      code: "wrong-format",
      file: pay,
      field: "format",
      message: 'should have the format "rivulet/microflow" but has "rivulet/page"',
    },
  },
  {
    what: "an unknown member",
    change: write(
      pay,
      microflowText({ name: "Pay", elements: [{ id: "x", kind: "start", fields: {}, colour: "red" }] }),
    ),
    problem: {
      code: "wrong-format",
      file: pay,
      field: "elements[0].colour",
      message: 'has a member "elements[0].colour" that is not known here',
    },
  },
  {
    what: "a prototype as a key",
    change: write(pay, '{"__proto__": {"a": 1}}'),
    problem: { code: "json-forbidden-key", file: pay, message: '"__proto__"' },
  },
  {
    what: "50 MB of nesting",
    change: write(pay, "[".repeat(50 * 1024 * 1024)),
    problem: { code: "json-too-large", file: pay, message: "52428800 characters" },
  },
  {
    what: "bytes that are no text",
    change: write(pay, new Uint8Array([0x7b, 0xff, 0xfe])),
    problem: { code: "not-text", file: pay, message: "not a text in UTF-8" },
  },
  {
    what: "an id that is in two files",
    change: write("modules/Sales/microflows/Other.json", microflowText({ id: "order" })),
    problem: {
      code: "duplicate-id",
      file: "modules/Sales/microflows/Other.json",
      field: "id",
      message: "is also in modules/Sales/domain-model.json",
    },
    keeps: ["order"],
  },
  {
    what: "an id that is twice in one file",
    change: write(
      "modules/Sales/microflows/Other.json",
      microflowText({ elements: [1, 2].map(() => ({ id: "twice", kind: "start", fields: {} })) }),
    ),
    problem: { code: "duplicate-id", file: "modules/Sales/microflows/Other.json", message: "The id twice" },
    drops: ["other", "twice"],
  },
  {
    what: "an element in a loop that does not exist",
    change: write(
      "modules/Sales/microflows/Other.json",
      microflowText({ elements: [{ id: "x", kind: "start", fields: {}, parent: "loop" }] }),
    ),
    problem: {
      code: "dangling-parent",
      file: "modules/Sales/microflows/Other.json",
      field: "parent",
      message: 'element x is in "loop"',
    },
    drops: ["other", "x"],
  },
  {
    what: "loops inside each other",
    change: write(
      "modules/Sales/microflows/Other.json",
      microflowText({
        elements: [
          { id: "a", kind: "loop", fields: {}, parent: "b" },
          { id: "b", kind: "loop", fields: {}, parent: "a" },
        ],
      }),
    ),
    problem: { code: "dangling-parent", file: "modules/Sales/microflows/Other.json", message: "element a" },
  },
  {
    what: "a document that is not called as its file",
    change: write("modules/Sales/microflows/Another.json", microflowText({})),
    problem: {
      code: "name-not-of-file",
      file: "modules/Sales/microflows/Another.json",
      field: "name",
      message: 'holds "Other", but is called "Another"',
    },
    keeps: ["other"],
  },
  {
    what: "names that differ only in case",
    change: write("modules/Sales/microflows/pay.json", microflowText({ name: "pay" })),
    problem: {
      code: "names-differ-in-case",
      file: "modules/Sales/microflows/pay.json",
      message: "microflow pay and microflow Pay",
    },
  },
  {
    what: "a layout without its document",
    change: remove(pay),
    problem: {
      severity: "warning",
      code: "layout-without-document",
      file: pay,
      message: "is missing, but its layout is there",
    },
    drops: ["placement:start"],
  },
  {
    what: "a module folder without a module",
    change: remove("modules/Sales/module.json"),
    problem: { code: "missing-module", file: "modules/Sales/module.json", message: "belong to no module" },
    keeps: ["project"],
    drops: ["order", "pay"],
  },
  {
    what: "a module without a domain model",
    change: remove("modules/Sales/domain-model.json"),
    problem: {
      severity: "warning",
      code: "missing-domain-model",
      file: "modules/Sales/domain-model.json",
      message: "without entities",
    },
    keeps: ["pay"],
  },
  {
    what: "a file that does not belong there",
    change: write("modules/Sales/microflows/Pay copy.json", microflowText({})),
    problem: {
      severity: "warning",
      code: "unknown-file",
      file: "modules/Sales/microflows/Pay copy.json",
      message: "is left alone",
    },
    drops: ["other"],
  },
  {
    what: "a folder that does not belong there",
    change: write("modules/Sales/old/Pay.json", microflowText({})),
    problem: {
      severity: "warning",
      code: "unknown-file",
      file: "modules/Sales/old",
      message: "is left alone",
    },
  },
  {
    what: "a folder where a file should be",
    change: (folder) => mkdirSync(join(folder, "modules/Sales/microflows/Sub.json")),
    problem: {
      severity: "warning",
      code: "unknown-file",
      file: "modules/Sales/microflows/Sub.json",
      message: "",
    },
  },
  {
    what: "a file that links outside",
    change: (folder) => {
      const outside = join(temporaryFolder(), "Other.json");
      writeFileSync(outside, microflowText({}));
      symlinkSync(outside, join(folder, "modules/Sales/microflows/Other.json"));
    },
    problem: {
      code: "link-outside",
      file: "modules/Sales/microflows/Other.json",
      message: "leads out of the project folder",
    },
    drops: ["other"],
  },
  {
    what: "a folder that links outside",
    change: (folder) =>
      symlinkSync(join(projectFolderOf(sampleProject), "modules/Sales"), join(folder, "modules/Other")),
    problem: { code: "link-outside", file: "modules/Other", message: "leads out of the project folder" },
  },
  {
    what: "a link to nothing",
    change: (folder) => symlinkSync("Nowhere.json", join(folder, "modules/Sales/microflows/Other.json")),
    problem: {
      code: "link-outside",
      file: "modules/Sales/microflows/Other.json",
      message: "is a link to nothing",
    },
  },
];

describe("a bad project folder", () => {
  it.each(badFolders)(
    "with $what says so",
    ({ change, problem, keeps = ["project", "sales"], drops = [] }) => {
      const project = loadProject(changedFolder(change));
      const { severity = "error", code, message, ...place } = problem;
      expect(project.problems[0]).toMatchObject({ severity, code, place });
      expect(project.problems[0]?.message).toContain(message);
      const isRead = (id: string) => project.records.has(id);
      expect([...keeps, ...drops].filter(isRead)).toEqual(keeps);
    },
  );

  it("tells all its problems, not only the first", () => {
    const folder = changedFolder((root) => {
      writeFileAt(root, "rivulet.json", "{");
      writeFileAt(root, pay, microflowText({ name: 1, version: 1, elements: [{}] }));
      writeFileAt(root, "modules/Sales/module.json", "no");
    });
    const found = loadProject(folder).problems.map(
      ({ place }) => `${place.file} ${place.field ?? place.from}`,
    );
    expect(found).toEqual([
      "rivulet.json 1",
      "modules/Sales/module.json 0",
      `${pay} name`,
      `${pay} elements[0].id`,
      `${pay} elements[0].kind`,
      `${pay} elements[0].fields`,
    ]);
  });

  it("offers to give a document the name of its file", () => {
    const folder = changedFolder(write("modules/Sales/microflows/Another.json", microflowText({})));
    expect(loadProject(folder).problems[0]?.fix).toEqual({
      label: "Rename to Another",
      record: "other",
      field: "name",
      value: "Another",
    });
  });
});

describe("reading a folder again", () => {
  it("keeps the records of files that have not changed", () => {
    const folder = projectFolderOf(sampleProject);
    const reader = new ProjectReader(folder);
    const first = reader.read();
    const changed = sampleRecords.map((record) =>
      record.id === "limit" ? { ...record, documentation: "new" } : record,
    );
    const limit = documentsOf(projectOf(changed)).find(({ id }) => id === "limit");
    writeFileAt(folder, "modules/Sales/constants/Limit.json", limit ? printDocument(limit) : "");
    const second = reader.read();
    const isNew = (id: string) => second.records.get(id) !== first.records.get(id);
    expect([...first.records.keys()].filter(isNew)).toEqual(["limit"]);
    expect(second.records.get("limit")).toMatchObject({ documentation: "new" });
  });

  it("takes documents of a module with another id as new ones", () => {
    const folder = projectFolderOf(sampleProject);
    const reader = new ProjectReader(folder);
    reader.read();
    writeFileAt(
      folder,
      "modules/Sales/module.json",
      JSON.stringify({
        format: "rivulet/module",
        version: 1,
        id: "sales2",
        name: "Sales",
        roles: [],
        folders: [],
      }),
    );
    expect(reader.read().records.get("order")).toMatchObject({ parent: "sales2" });
  });
});

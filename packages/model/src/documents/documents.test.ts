import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../json/parse-json.ts";
import { arbitraryProject } from "../records/arbitrary-project.test-support.ts";
import type { ProjectRecords } from "../records/records.ts";
import { projectOf, sampleProject, sampleRecords } from "../records/sample-project.test-support.ts";
import type { DocumentKind, ProjectDocument } from "./document.ts";
import { documentVersions } from "./document-formats.ts";
import { isDocumentFolder, parseDocumentPath } from "./document-path.ts";
import { documentIdOf, documentPathOf, documentsOf, strayRecords } from "./documents-of.ts";
import { nameProblems } from "./name-problems.ts";
import { readDocument } from "./read-document.ts";
import { printDocument } from "./write-document.ts";

/** The owner that the place of a document's file says; see `DocumentContext`. */
function ownerOf({ id, kind }: ProjectDocument, records: ProjectRecords): string {
  const root = id.replace(/:layout$/, "").replace(/:domainModel$/, "");
  const record = records.get(root);
  return kind === "layout" || !record || !("parent" in record) || record.type === "module"
    ? root
    : record.parent;
}

function readAgain(document: ProjectDocument, records: ProjectRecords) {
  const context = { file: document.path, owner: ownerOf(document, records) };
  const result = readDocument(document.kind, parseJson(printDocument(document)), context);
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result.records;
}

describe("the documents of a project", () => {
  it("are one for each thing with a name, one for each domain model, and the layouts", () => {
    expect(documentsOf(sampleProject).map(({ kind, path, id }) => `${kind} ${path} ${id}`)).toEqual(
      [
        "constant modules/Sales/constants/Limit.json limit",
        "domainModel modules/Sales/domain-model.json sales:domainModel",
        "layout modules/Sales/domain-model.layout.json sales:domainModel:layout",
        "enumeration modules/Sales/enumerations/ENUM_State.json enum_state",
        "layout modules/Sales/microflows/Pay.layout.json pay:layout",
        "pageLayout modules/Sales/layouts/Around.json around",
        "microflow modules/Sales/microflows/Pay.json pay",
        "module modules/Sales/module.json sales",
        "page modules/Sales/pages/Overview.json overview",
        "snippet modules/Sales/snippets/Card.json card",
        "project rivulet.json project",
      ].toSorted((left, right) => ((left.split(" ")[1] ?? "") < (right.split(" ")[1] ?? "") ? -1 : 1)),
    );
  });

  it("hold all records, each once, and read back as the same records and the same text", () => {
    fc.assert(
      fc.property(arbitraryProject, (records) => {
        const documents = documentsOf(records);
        const again = projectOf(documents.flatMap((document) => readAgain(document, records)));
        expect(again).toEqual(records);
        expect(documentsOf(again).map(printDocument)).toEqual(documents.map(printDocument));
      }),
      { numRuns: 100 },
    );
  });

  it("have the same text whatever the order of the records", () => {
    fc.assert(
      fc.property(arbitraryProject, (records) => {
        const reversed = projectOf([...records.values()].reverse());
        expect(documentsOf(reversed).map(printDocument)).toEqual(documentsOf(records).map(printDocument));
      }),
    );
  });

  it("have paths that can be read back", () => {
    for (const { kind, path } of documentsOf(sampleProject)) expect(parseDocumentPath(path)?.kind).toBe(kind);
  });

  it("leave out what belongs nowhere", () => {
    const stray = projectOf(sampleRecords.filter(({ id }) => id !== "loop" && id !== "project"));
    expect(strayRecords(stray).map(({ id }) => id)).toEqual(["inner"]);
    const withoutModule = projectOf(sampleRecords.filter(({ id }) => id !== "sales"));
    expect(strayRecords(withoutModule)).toHaveLength(sampleRecords.length - 2);
    expect(documentsOf(withoutModule).map(({ id }) => id)).toEqual(["project"]);
  });

  it("are found for each record, also in loops, but not in circles of loops", () => {
    const idOf = (id: string, records = sampleProject) => {
      const record = records.get(id);
      return record && documentIdOf(record, records);
    };
    expect(
      ["inner", "noteflow", "placement:start", "placement:order", "order_line", "sales"].map((id) =>
        idOf(id),
      ),
    ).toEqual(["pay", "pay", "pay:layout", "sales:domainModel:layout", "sales:domainModel", "sales"]);
    const circle = new Map(sampleProject);
    const loop = sampleRecords.find(({ id }) => id === "loop") as (typeof sampleRecords)[number];
    circle.set("loop", { ...loop, parent: "inner" } as typeof loop);
    expect(idOf("inner", circle)).toBeUndefined();
    expect(documentPathOf("nobody", circle)).toBeUndefined();
  });
});

describe("a path in a project folder", () => {
  it.each<[string, string | undefined]>([
    ["rivulet.json", "project"],
    ["modules/Sales/module.json", "module"],
    ["modules/Sales/domain-model.json", "domainModel"],
    ["modules/Sales/domain-model.layout.json", "layout"],
    ["modules/Sales/microflows/Pay.json", "microflow"],
    ["modules/Sales/microflows/Pay.layout.json", "layout"],
    ["modules/Sales/enumerations/E.json", "enumeration"],
    ["modules/Sales/enumerations/E.layout.json", undefined],
    ["modules/Sales/module.layout.json", undefined],
    ["rivulet.layout.json", undefined],
    ["modules/../module.json", undefined],
    ["modules/Sales/microflows/../../../x.json", undefined],
    ["modules/Sales/microflows/a/b.json", undefined],
    ["modules/Sales/microflows/Con.json", undefined],
    ["modules/Aux/module.json", undefined],
    ["modules/Sales/microflows/.json", undefined],
    ["modules/Sales/microflows/Pay.JSON", undefined],
    ["modules/Sales/microflows/Pay.json\n", undefined],
    ["modules\\Sales\\module.json", undefined],
    ["/modules/Sales/module.json", undefined],
    ["modules//module.json", undefined],
    ["", undefined],
  ])("%j is that of %s", (path, kind) => {
    expect(parseDocumentPath(path)?.kind).toBe(kind);
  });

  it.each<[string, boolean]>([
    ["modules", true],
    ["modules/Sales", true],
    ["modules/Sales/microflows", true],
    ["modules/Sales/pictures", false],
    ["modules/Sales/microflows/more", false],
    ["modules/..", false],
    ["src", false],
    ["", false],
  ])("%j can hold documents: %s", (path, expected) => {
    expect(isDocumentFolder(path)).toBe(expected);
  });
});

describe("an older file", () => {
  const files = readdirSync(new URL("./fixtures", import.meta.url)).filter(
    (file) => !file.startsWith("flow-"),
  );
  const golden = (file: string) => readFileSync(new URL(`./fixtures/${file}`, import.meta.url), "utf8");

  it("of every version of every kind has a golden file", () => {
    const expected = Object.entries(documentVersions).flatMap(([kind, newest]) =>
      Array.from({ length: newest }, (_, index) => `${kind}-${index + 1}.json`),
    );
    expect(new Set(files)).toEqual(new Set(expected));
  });

  it.each(files)("%s is read and written in the newest form", (file) => {
    const kind = file.slice(0, file.indexOf("-")) as DocumentKind;
    const owner = kind === "layout" ? "pay" : "sales";
    const result = readDocument(kind, parseJson(golden(file)), { file, owner });
    const records = "records" in result ? result.records : [];
    const root = { microflow: "pay", page: "overview", pageLayout: "around", snippet: "card" } as Partial<
      Record<DocumentKind, string>
    >;
    const document = { id: root[kind] ?? "", kind, path: file, records };
    expect(printDocument(document)).toBe(golden(`${kind}-${documentVersions[kind]}.json`));
  });
});

describe("names", () => {
  const withChange = (id: string, change: object) =>
    projectOf(
      sampleRecords.map((record) =>
        record.id === id ? ({ ...record, ...change } as typeof record) : record,
      ),
    );

  it("of a sound project are no problem", () => {
    expect(nameProblems(sampleProject)).toEqual([]);
  });

  it.each<[string, string, object, string, object, string]>([
    [
      "that is none",
      "pay",
      { name: "pay now" },
      "invalid-name",
      { file: "modules/Sales/microflows/pay now.json", record: "pay", field: "name" },
      '"pay now" is not a name',
    ],
    ["that is empty", "pay", { name: "" }, "invalid-name", { record: "pay" }, "A name is needed."],
    [
      "that is reserved",
      "pay",
      { name: "Owner" },
      "invalid-name",
      { record: "pay" },
      '"Owner" is a reserved word',
    ],
    ["that is a device", "pay", { name: "NUL" }, "invalid-name", { record: "pay" }, "reserved"],
    [
      "that is too long",
      "pay",
      { name: "x".repeat(101) },
      "invalid-name",
      { record: "pay" },
      "longer than 100",
    ],
    [
      "that another kind has",
      "pay",
      { name: "Order" },
      "duplicate-name",
      { record: "pay", field: "name" },
      "In module Sales, microflow Order and entity Order have the same name",
    ],
    [
      "that differs in case",
      "line",
      { name: "ORDER" },
      "names-differ-in-case",
      { file: "modules/Sales/domain-model.json", record: "line" },
      "entity ORDER and entity Order",
    ],
    [
      "of two attributes",
      "order",
      { attributes: [1, 2].map((id) => ({ id: `x${id}`, name: "A", attributeType: { kind: "long" } })) },
      "duplicate-name",
      { record: "order", field: "attributes[1].name" },
      "In entity Order, attribute A and attribute A have",
    ],
    [
      "of two enumeration values",
      "enum_state",
      { values: ["A", "a"].map((name) => ({ name, caption: "" })) },
      "names-differ-in-case",
      { field: "values[1].name" },
      "value a and value A",
    ],
    [
      "of two roles",
      "sales",
      { roles: [{ name: "A" }, { name: "A" }] },
      "duplicate-name",
      { field: "roles[1].name" },
      "module role A",
    ],
    [
      "of two configurations",
      "project",
      { configurations: ["My one", "My one"].map((name) => ({ name, kind: "aws", constants: {} })) },
      "duplicate-name",
      { file: "rivulet.json", field: "configurations[1].name" },
      "configuration My one",
    ],
  ])("%s is a problem", (_what, id, change, code, place, message) => {
    const [problem] = nameProblems(withChange(id, change));
    expect(problem).toMatchObject({ code, place, severity: "error" });
    expect(problem?.message).toContain(message);
  });
});

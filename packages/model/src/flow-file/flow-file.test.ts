import { describe, expect, it } from "vitest";
import { withConnectors } from "../connectors/connector-module.ts";
import { applyDiff, isEmptyDiff } from "../diff.ts";
import { nameProblems } from "../documents/name-problems.ts";
import { ProjectIndex } from "../index/project-index.ts";
import type { JsonValue } from "../json/json-value.ts";
import { parseJson } from "../json/parse-json.ts";
import type { ElementRecord, ProjectRecord, ProjectRecords } from "../records/records.ts";
import { blankProject } from "../templates/blank-project.ts";
import { exportFlow } from "./export-flow.ts";
import { type FlowFile, printFlowFile, readFlowFile } from "./flow-file.ts";
import { type ImportFlowOptions, type ImportReport, importFlow } from "./import-flow.ts";
import { projectFromFlowFile } from "./project-from-flow-file.ts";
import { connectors, flowProject, references, rewrite } from "./sample-flow.test-support.ts";

const file = "flow.json";

function exported(records: ProjectRecords, microflow = "Sales.Pay"): FlowFile {
  const index = new ProjectIndex(withConnectors(records, connectors).records);
  const result = exportFlow(index, microflow, references);
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result.flowFile;
}

let count = 0;
const newId = () => `new${(count += 1)}`;

function imported(
  records: ProjectRecords,
  flowFile: FlowFile,
  options: Partial<ImportFlowOptions> = {},
): { records: ProjectRecords; report: ImportReport } {
  const result = importFlow(records, flowFile, { file, newId, ...options });
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return { records: applyDiff(records, result.diff), report: result.report };
}

function problemsOf(records: ProjectRecords, flowFile: FlowFile) {
  const result = importFlow(records, flowFile, { file });
  return "problems" in result ? result.problems : [];
}

const blank = blankProject({
  name: "New",
  connectors: connectors.map(({ name, version }) => ({ module: name, version })),
});

function changed(records: ProjectRecords, id: string, change: object): ProjectRecords {
  return new Map(records).set(id, { ...records.get(id), ...change } as ProjectRecord);
}

describe("an exported flow", () => {
  const flowFile = exported(flowProject);
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

  it("holds what the flow needs, over sub-microflows, generalizations and attributes, and nothing else", () => {
    const summary = flowFile.modules.map(({ name, roles, ...lists }) => ({
      name,
      roles,
      ...Object.fromEntries(Object.entries(lists).map(([list, items]) => [list, names(items)])),
    }));
    expect(summary).toEqual([
      {
        name: "Common",
        roles: [],
        entities: ["Party"],
        associations: [],
        enumerations: ["ENUM_Kind"],
        constants: [],
        microflows: ["Sub"],
      },
      {
        name: "Sales",
        roles: ["Clerk"],
        entities: ["Customer", "Order"],
        associations: ["Order_Customer"],
        enumerations: [],
        constants: ["Key", "Rate"],
        microflows: ["Pay"],
      },
    ]);
  });

  it("names the connectors, also those that a connector builds on", () => {
    expect(flowFile.connectors).toEqual([
      { module: "Base", version: "1.0.0" },
      { module: "Mail", version: "2.1.0" },
    ]);
  });

  it("has no secret and no id of a module or folder", () => {
    const text = printFlowFile(flowFile);
    for (const foreign of ["secret!", '"f1"', '"f9"', '"sales"', '"common"'])
      expect(text).not.toContain(foreign);
    expect(text).toContain('"0.19"');
  });

  it("is one canonical text that reads as itself", () => {
    const text = printFlowFile(flowFile);
    const again = readFlowFile(parseJson(text), file);
    expect("flowFile" in again && printFlowFile(again.flowFile)).toBe(text);
  });

  it.each<[string, string, Partial<Record<string, object>>, string]>([
    ["a flow that does not exist", "Sales.Nope", {}, "unknown-microflow"],
    ["a name of something else", "Sales.Order", {}, "unknown-microflow"],
    [
      "an entity that does not exist",
      "Sales.Pay",
      { pay2: { fields: { entity: "Sales.No" } } },
      "unknown-entity",
    ],
    [
      "a constant that does not exist",
      "Sales.Pay",
      { pay2: { fields: { constant: "Sales.No" } } },
      "unknown-constant",
    ],
    [
      "a type that does not exist",
      "Sales.Pay",
      { pay: { returnType: { kind: "list", entity: "Sales.No" } } },
      "unknown-entity",
    ],
  ])("with %s is refused", (_what, microflow, changes, code) => {
    let records = flowProject;
    for (const [id, change] of Object.entries(changes)) records = changed(records, id, change ?? {});
    expect(exportFlow(new ProjectIndex(records), microflow, references)).toMatchObject({
      problems: [{ code }],
    });
  });
});

describe("a flow file", () => {
  it("imported into a blank project and exported again is the same text", () => {
    const text = printFlowFile(exported(flowProject));
    const { records, report } = imported(blank, exported(flowProject));
    expect(printFlowFile(exported(records))).toBe(text);
    expect(nameProblems(records)).toEqual([]);
    expect(report).toMatchObject({
      microflow: "Sales.Pay",
      reused: [],
      renamed: [],
      modules: ["Common", "Sales"],
      roles: ["Sales.Clerk"],
    });
    expect(report.added).toHaveLength(9);
  });

  it("imported a second time, or where it came from, changes nothing", () => {
    const { records } = imported(blank, exported(flowProject));
    for (const project of [records, flowProject]) {
      const result = importFlow(project, exported(flowProject), { file });
      expect("diff" in result && isEmptyDiff(result.diff)).toBe(true);
      expect(result).toMatchObject({ report: { added: [], modules: [], roles: [] } });
    }
  });

  it("runs by itself: it is a project with its connectors, and exports as the same text", () => {
    const flowFile = exported(flowProject);
    const project = projectFromFlowFile(flowFile, { connectors, file });
    expect(project.problems).toEqual([]);
    expect(new ProjectIndex(project.records).settings?.configurations.map(({ name }) => name)).toEqual([
      "Embedded",
      "AWS",
    ]);
    expect(printFlowFile(exported(project.records))).toBe(printFlowFile(flowFile));
  });

  it("by itself needs its connectors", () => {
    const project = projectFromFlowFile(exported(flowProject), { connectors: [], file });
    expect(project.problems).toMatchObject([
      { code: "unknown-connector", place: { file } },
      { code: "unknown-connector", place: { file } },
    ]);
  });

  it("reuses what the project has under the same name with other ids", () => {
    const renumbered = new Map(flowProject);
    renumbered.delete("order");
    renumbered.set("order9", {
      ...(flowProject.get("order") as ProjectRecord),
      id: "order9",
    } as ProjectRecord);
    const { records, report } = imported(renumbered, exported(flowProject));
    expect(report.added).toEqual([]);
    expect(records.has("order")).toBe(false);
  });

  it("keeps the folder, the layout and the secret that the project has", () => {
    const moved = changed(changed(flowProject, "placement:pay1", { x: 500 }), "key", {
      defaultValue: "other",
    });
    expect(imported(moved, exported(flowProject)).records).toEqual(moved);
  });

  it("brings the roles that a module lacks", () => {
    const { records, report } = imported(changed(flowProject, "sales", { roles: [] }), exported(flowProject));
    expect(records.get("sales")).toMatchObject({ roles: [{ name: "Clerk" }], folders: [{ id: "f1" }] });
    expect(report).toMatchObject({ roles: ["Sales.Clerk"], modules: [] });
  });
});

describe("an import is refused", () => {
  const flowFile = exported(flowProject);

  it("when the project has something of the file in another form, with what differs", () => {
    const other = changed(changed(flowProject, "rate", { defaultValue: "0.2" }), "customer", {
      attributes: [{ id: "a2", name: "Name", attributeType: { kind: "long" } }],
    });
    const problems = problemsOf(other, flowFile);
    expect(problems.map(({ code, place }) => [code, place.document, place.record])).toEqual([
      ["import-differs", "Sales.Customer", "customer"],
      ["import-differs", "Sales.Rate", "rate"],
    ]);
    expect(problems[0]?.message).toBe(
      'Entity Sales.Customer is in the project already and differs: attributes.Name.attributeType.kind is "long" in the project and "string" in the file. Import with new names (--rename), or make the two the same.',
    );
  });

  it.each<[string, ProjectRecords, string, string]>([
    [
      "when a record with the same id has another name",
      changed(flowProject, "order", { name: "Invoice" }),
      "import-differs",
      'name is "Invoice" in the project and "Order" in the file',
    ],
    [
      "when an element of the flow differs",
      changed(flowProject, "pay2", { caption: "Make it" }),
      "import-differs",
      'elements.pay2.caption is "Make it" in the project and missing in the file',
    ],
    [
      "when the name is taken by something else",
      changed(blank, "x", { id: "x", type: "enumeration", parent: blankModule(), name: "Pay", values: [] }),
      "import-name-taken",
      "taken in the project by the enumeration Sales.Pay",
    ],
    [
      "when a name differs only in case",
      changed(blank, "x", {
        id: "x",
        type: "microflow",
        parent: blankModule(),
        name: "PAY",
        returnType: { kind: "nothing" },
        allowedRoles: [],
      }),
      "import-name-taken",
      "by the microflow Sales.PAY",
    ],
    [
      "when a module differs only in case",
      changed(flowProject, "sales", { name: "SALES" }),
      "names-differ-in-case",
      "The module Sales of the file and the module SALES",
    ],
    [
      "when a connector is missing",
      changed(flowProject, "project", { connectors: [] }),
      "unknown-connector",
      "The flow needs the connector Base 1.0.0; the project does not use it",
    ],
    [
      "when a connector has another version",
      changed(flowProject, "project", {
        connectors: [
          { module: "Base", version: "1.0.0" },
          { module: "Mail", version: "3.0.0" },
        ],
      }),
      "connector-version",
      "uses version 3.0.0 of it",
    ],
    [
      "when a module of the file is a connector in the project",
      changed(flowProject, "project", {
        connectors: [
          ...connectors.map(({ name, version }) => ({ module: name, version })),
          { module: "Sales", version: "1" },
        ],
      }),
      "duplicate-name",
      "which in the project is a connector",
    ],
  ])("%s", (_what, records, code, message) => {
    const withSales = new Map(records);
    for (const [id, record] of records) {
      if (record.type === "module" && record.name === "MyFirstModule")
        withSales.set(id, { ...record, name: "Sales" });
    }
    const problems = problemsOf(withSales, flowFile);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(problems.map((problem) => problem.message).join()).toContain(message);
  });

  const parsed = () => JSON.parse(printFlowFile(flowFile));
  const edited = (edit: (content: ReturnType<typeof parsed>) => void): FlowFile => {
    const content = parsed();
    edit(content);
    return content;
  };

  it.each<[string, FlowFile, string]>([
    ["without its microflow", edited((content) => (content.microflow = "Sales.Nope")), "unknown-microflow"],
    [
      "with a name twice",
      edited(({ modules: [common] }) =>
        common.entities.push({ ...common.entities[0], id: "z", attributes: [] }),
      ),
      "duplicate-name",
    ],
    [
      "with an id twice",
      edited(({ modules: [common] }) =>
        common.entities.push({ ...common.entities[0], name: "Z", attributes: [] }),
      ),
      "duplicate-id",
    ],
    [
      "with a name that is a path",
      edited(({ modules: [common] }) => (common.entities[0].name = "../x")),
      "invalid-name",
    ],
    [
      "with a loop that is missing",
      edited(({ modules: [common] }) => (common.microflows[0].elements[0].parent = "gone")),
      "dangling-parent",
    ],
  ])("of a file %s", (_what, bad, code) => {
    expect(problemsOf(blank, bad)).toMatchObject([{ code, place: { file } }]);
    expect(projectFromFlowFile(bad, { connectors, file }).problems).toMatchObject([{ code }]);
  });

  it.each<[string, JsonValue, string]>([
    ["of another format", { format: "rivulet/page", version: 1 }, "wrong-format"],
    ["of a newer version", { format: "rivulet/flow", version: 3 }, "unknown-version"],
    [
      "that lacks what it needs",
      { format: "rivulet/flow", version: 1, microflow: "A.B", modules: [] },
      "wrong-format",
    ],
    [
      "with a foreign member",
      edited((content) => (content.modules[0].id = "m1")) as unknown as JsonValue,
      "wrong-format",
    ],
  ])("of a file %s", (_what, content, code) => {
    expect(readFlowFile(content, file)).toMatchObject({ problems: [{ code, place: { file } }] });
  });
});

function blankModule(): string {
  return [...blank.values()].find(({ type }) => type === "module")?.id ?? "";
}

describe("an import with new names", () => {
  const rename = { rename: rewrite };

  it("puts what differs beside what is there, and everything that names it follows", () => {
    const other = changed(flowProject, "party", { isAbstract: false });
    const { records, report } = imported(other, exported(flowProject), rename);
    expect(report.renamed).toEqual([
      { from: "Common.Party", to: "Common.Party_2" },
      { from: "Sales.Customer", to: "Sales.Customer_2" },
      { from: "Sales.Order_Customer", to: "Sales.Order_Customer_2" },
      { from: "Sales.Pay", to: "Sales.Pay_2" },
      { from: "Common.Sub", to: "Common.Sub_2" },
    ]);
    expect(report.reused).toEqual(["Common.ENUM_Kind", "Sales.Order", "Sales.Key", "Sales.Rate"]);
    const index = new ProjectIndex(records);
    expect(index.entity("Sales.Customer_2")?.generalization).toBe("Common.Party_2");
    expect(index.association("Sales.Order_Customer_2")).toMatchObject({
      owner: "Sales.Order",
      target: "Sales.Customer_2",
    });
    expect(index.microflow("Sales.Pay_2")?.returnType).toEqual({
      kind: "object",
      entity: "Sales.Customer_2",
    });
    const calls = [...records.values()].filter(
      (record) => record.type === "element" && record.kind === "microflowCall",
    );
    const called = calls.map((record) => (record as ElementRecord).fields["microflow"]);
    expect(new Set(called)).toEqual(new Set(["Common.Sub", "Sales.Pay", "Common.Sub_2", "Sales.Pay_2"]));
    for (const [id, record] of other) expect(records.get(id)).toBe(record);
    expect(nameProblems(records)).toEqual([]);
  });

  it("needs only a new id when the name is free", () => {
    const other = changed(flowProject, "extra", { name: "Extra9" });
    const moved = changed(other, "order", { name: "Order9" });
    const { records, report } = imported(moved, exported(flowProject), rename);
    expect(report.renamed).toEqual([]);
    expect(report.added).toEqual(["Sales.Order"]);
    expect(new ProjectIndex(records).entity("Sales.Order")?.id).toMatch(/^new/);
  });

  it("counts on where a name is taken, whatever its case", () => {
    const taken = new Map(changed(flowProject, "rate", { defaultValue: "1" }));
    taken.set("rate2", {
      ...(flowProject.get("rate") as ProjectRecord),
      id: "rate2",
      name: "RATE_2",
    } as ProjectRecord);
    const { report } = imported(taken, exported(flowProject), rename);
    expect(report.renamed).toContainEqual({ from: "Sales.Rate", to: "Sales.Rate_3" });
  });

  it("the second time finds what the first time made only by its form", () => {
    const other = changed(flowProject, "rate", { defaultValue: "1" });
    const { records } = imported(other, exported(flowProject), rename);
    const again = exported(records, "Sales.Pay_2");
    expect(importFlow(records, again, { file })).toMatchObject({ report: { added: [] } });
  });
});

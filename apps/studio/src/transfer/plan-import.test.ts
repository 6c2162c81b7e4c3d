import { ActivityCatalog, flowReferences, platformDefinitions } from "@rivulet/activities";
import {
  applyDiff,
  blankProject,
  exportFlow,
  ProjectIndex,
  type ProjectRecord,
  type ProjectRecords,
  printFlowFile,
} from "@rivulet/model";
import { expect, test } from "vitest";
import { planImport } from "./plan-import.ts";

const catalog = new ActivityCatalog(platformDefinitions);
const blank = blankProject({ name: "Shop", connectors: [] });
const module = [...blank.values()].find(({ type }) => type === "module")?.id ?? "";

function projectWith(returnValue: string): ProjectRecords {
  const records: ProjectRecord[] = [
    {
      id: "f",
      type: "microflow",
      parent: module,
      name: "One",
      returnType: { kind: "integer" },
      allowedRoles: [],
    },
    { id: "s", type: "element", parent: "f", kind: "start", fields: {} },
    { id: "e", type: "element", parent: "f", kind: "end", fields: { returnValue } },
    { id: "s-e", type: "sequenceFlow", parent: "f", from: "s", to: "e" },
  ];
  return new Map([...blank, ...records.map((record) => [record.id, record] as const)]);
}

function fileOf(records: ProjectRecords): string {
  const index = new ProjectIndex(records);
  const name = index.qualifiedNameOf({ id: "f" }) ?? "";
  const result = exportFlow(index, name, flowReferences({ catalog, index }));
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return printFlowFile(result.flowFile);
}

const source = { file: "One.json", text: fileOf(projectWith("1")) };
const plan = (records: ProjectRecords, { text = source.text, withNewNames = false } = {}) =>
  planImport({ file: source.file, text }, { records, catalog, connectors: [] }, withNewNames);

test("a file that was too large to be read is refused in words", () => {
  const target = { records: blank, catalog, connectors: [] };
  expect(planImport({ file: "big.json", text: undefined }, target, false)).toMatchObject({
    kind: "refused",
    problems: [{ code: "json-too-large", message: expect.stringContaining("big.json") }],
  });
});

test("a flow comes into a project that has nothing of the kind", () => {
  const found = plan(blank);
  if (found.kind !== "ready") throw new Error(found.kind);
  expect(found.report.added).toEqual([found.report.microflow]);
  expect(new ProjectIndex(applyDiff(blank, found.diff)).microflow(found.report.microflow)).toBeDefined();
});

test("what is there in the same form is reused", () => {
  expect(plan(projectWith("1"))).toMatchObject({ kind: "ready", report: { added: [] } });
});

test("a name that stands for something else is asked about, and a new one given when that is wanted", () => {
  expect(plan(projectWith("2"))).toMatchObject({ kind: "clash" });
  const renamed = plan(projectWith("2"), { withNewNames: true });
  expect(renamed).toMatchObject({
    kind: "ready",
    report: { renamed: [{ to: expect.stringContaining("One") }] },
  });
});

test.each([["not JSON at all"], ["{}"], ['{"format":"rivulet/flow","version":99}'], [""]])(
  "%j is refused with a sentence",
  (text) => {
    const found = plan(blank, { text });
    if (found.kind !== "refused") throw new Error(found.kind);
    expect(found.problems[0]?.message).toMatch(/\.$/);
  },
);

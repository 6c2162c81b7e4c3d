import { join } from "node:path";
import {
  blankProject,
  type JsonValue,
  ProjectIndex,
  type ProjectRecord,
  type ProjectRecords,
  type RecordOf,
  type RecordType,
} from "@rivulet/model";
import { loadProject } from "@rivulet/model/folder";
import { buildProject } from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { tutorialMessages } from "../messages/tutorial-messages.ts";
import { placeOfStep } from "./step-places.ts";
import { isForTutorial, tutorialFacts } from "./tutorial-facts.ts";
import { lastStep, nextSteps, stepsDone, traces } from "./tutorial-steps.ts";

const finished = loadProject(join(import.meta.dirname, "../../../cli/templates/tutorial")).records;
const connectors = ["AWSAuthentication", "AmazonDynamoDBConnector"];
const blank = blankProject({
  name: "Blank",
  connectors: connectors.map((module) => ({ module, version: "1.0.0" })),
});

const factsOf = (records: ProjectRecords, hasRun = false) => tutorialFacts(new ProjectIndex(records), hasRun);
const doneIn = (records: ProjectRecords, hasRun = false) => stepsDone(factsOf(records, hasRun));
const upTo = (last: number) => Array.from({ length: last }, (_none, position) => position + 1);

/** The finished project with a record changed. */
function changed<Type extends RecordType>(
  type: Type,
  id: string,
  change: (record: RecordOf<Type>) => RecordOf<Type>,
): ProjectRecords {
  const record = finished.get(id);
  if (record?.type !== type) throw new Error(`The template has no ${type} ${id}.`);
  return new Map(finished).set(id, change(record as RecordOf<Type>) as ProjectRecord);
}

function gone(id: string): ProjectRecords {
  const records = new Map(finished);
  if (!records.delete(id)) throw new Error(`The template has no ${id}.`);
  return records;
}

const withField = (id: string, field: string, value: JsonValue, type: "element" | "widget" = "element") =>
  changed(type, id, (record) => ({ ...record, fields: { ...record.fields, [field]: value } }));
const element = (name: string) => `ds-list-tables.${name}`;

test("a blank project has done nothing, and begins with the first step", () => {
  expect(doneIn(blank)).toEqual(new Set());
  expect(nextSteps(doneIn(blank), new Set())).toEqual({ first: 1, last: 2 });
});

test("the finished tutorial has done every step but the last, which running it does", () => {
  expect([...doneIn(finished)]).toEqual(upTo(60));
  expect(nextSteps(doneIn(finished), new Set())).toEqual({ first: 61, last: 61 });
  expect([...doneIn(finished, true)]).toEqual(upTo(lastStep));
  expect(nextSteps(doneIn(finished, true), new Set())).toBeUndefined();
});

/** For each step with a trace, a project in which just that is missing. */
const missing: readonly (readonly [step: number, records: ProjectRecords])[] = [
  [2, gone("db-table")],
  [
    4,
    changed("entity", "db-table", (entity) => ({
      ...entity,
      name: "Other",
    })),
  ],
  [
    5,
    changed("entity", "db-table", (entity) => ({
      ...entity,
      attributes: [],
    })),
  ],
  [7, gone("ds-list-tables")],
  [9, gone(element("list-tables"))],
  [
    10,
    changed("microflow", "ds-list-tables", (flow) => ({
      ...flow,
      allowedRoles: [],
    })),
  ],
  [15, withField(element("list-tables"), "Region", "")],
  [17, gone(element("credentials"))],
  [19, withField(element("list-tables"), "Credentials", "$Other")],
  [20, gone(element("request"))],
  [21, withField(element("request"), "entity", "MyFirstModule.DBTable")],
  [22, withField(element("list-tables"), "ListTablesRequest", "")],
  [24, gone(element("retrieve"))],
  [28, withField(element("retrieve"), "association", null)],
  [30, gone(element("list"))],
  [33, withField(element("list"), "entity", "")],
  [35, gone(element("loop"))],
  [37, withField(element("loop"), "list", "")],
  [38, gone(element("new-table"))],
  [41, withField(element("new-table"), "entity", "")],
  [43, withField(element("new-table"), "members", [])],
  [44, withField(element("new-table"), "members", [{ member: "TableName", value: "" }])],
  [45, gone(element("add-table"))],
  [46, withField(element("add-table"), "value", "")],
  [
    47,
    changed("microflow", "ds-list-tables", (flow) => ({
      ...flow,
      returnType: { kind: "nothing" },
    })),
  ],
  [48, withField(element("end"), "returnValue", "empty")],
  [51, gone("tableoverview")],
  [54, withField("tolist", "source", null, "widget")],
  [55, gone("torow")],
  [
    56,
    changed("page", "tableoverview", (page) => ({
      ...page,
      visibleFor: [],
    })),
  ],
  [
    58,
    changed("project", "project", (project) => ({
      ...project,
      navigation: { menu: [] },
    })),
  ],
  [
    60,
    changed("project", "project", (project) => ({
      ...project,
      navigation: { menu: [{ id: "item", caption: "Tables", action: { kind: "nothing" } }] },
    })),
  ],
];

describe("without what it leaves, a step is not done", () => {
  test.each(missing)("step %i", (step, records) => {
    expect(doneIn(records).has(step)).toBe(false);
  });

  test("every step with a trace is tried", () => {
    expect([...missing.map(([step]) => step), lastStep]).toEqual([...traces.keys()]);
  });
});

test("it is offered for a blank project and for one that has begun, not for another", () => {
  const isOffered = (records: ProjectRecords) => isForTutorial(new ProjectIndex(records));
  expect(isOffered(blank)).toBe(true);
  expect(isOffered(finished)).toBe(true);
  const { records } = buildProject({ modules: { Shop: { entities: { Order: { attributes: {} } } } } });
  expect(isOffered(records)).toBe(false);
});

test("a skipped step is passed over, until it is done after all", () => {
  expect(nextSteps(new Set([1, 2]), new Set([3, 4]))).toEqual({ first: 5, last: 5 });
  expect(nextSteps(new Set(upTo(10)), new Set())).toEqual({ first: 11, last: 15 });
});

test("every step has words and a place, in a blank project and in the finished one", () => {
  expect(tutorialMessages.steps).toHaveLength(lastStep);
  for (const step of upTo(lastStep)) {
    expect(placeOfStep(step, factsOf(blank)).parts).not.toEqual([]);
    expect(placeOfStep(step, factsOf(finished)).parts).not.toEqual([]);
  }
});

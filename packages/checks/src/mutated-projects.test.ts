import type { JsonValue, ProjectRecord } from "@rivulet/model";
import {
  call,
  changeList,
  changeObject,
  createList,
  createObject,
  createVariable,
  decision,
  loop,
  merge,
  retrieve,
  type SampleProject,
  sampleProject,
} from "@rivulet/testkit";
import fc from "fast-check";
import { expect, test } from "vitest";
import { withModule } from "./cases/problem-case.test-support.ts";
import { checkIncrementally, checkProject } from "./check-project.ts";
import { problemsOfMicroflow } from "./problems-of-microflow.ts";
import { problemCodes } from "./report/problem-codes.ts";

const { records: sound, catalog } = withModule({
  microflows: {
    Flow: {
      parameters: { Order: "Object(Sales.Order)", Status: "Enumeration(Sales.Status)" },
      returns: "List(Sales.Line)",
      result: "$LineList",
      elements: {
        lines: retrieve("Order", { association: "Sales.Line_Order", end: "target" }, "LineList"),
        copy: createList("Sales.Line", "Copy"),
        again: merge,
        check: decision("$Status"),
        each: loop("LineList", "Line", {
          elements: {
            count: createVariable("Count", "Integer", "length($Line/Text) + $currentIndex"),
            change: changeObject("Line", { Text: "toString($Count)", "Sales.Line_Order": "$Order" }),
            add: changeList("Copy", "add", "$Line"),
          },
        }),
        sub: call("Sales.SUB", { Order: "$Order" }, "Result"),
        make: createObject("Sales.Order", "New", {
          Total: "@Sales.Vat * $Result",
          Status: "Sales.Status.Open",
        }),
        touch: changeObject("New", { Amount: "$Result" }),
      },
      flows: [
        "start > lines > copy > again > check Open|(empty)> each > sub > make > touch > end",
        "check Closed> again",
      ],
    },
  },
});

const ids = [...sound.keys()];

/** Texts that mean something somewhere: ids, names, variables, expressions, and some that mean nothing. */
const names = [
  "Order",
  "Line",
  "LineList",
  "currentIndex",
  "Sales.Order",
  "Sales.Line_Order",
  "Sales.SUB",
  "Sales.Flow",
];
const texts = [
  "$Order/Total > 1",
  "$Order/",
  "if true then",
  "createObject",
  "loop",
  "start",
  "owner",
  "",
  "__proto__",
];
const meaningful = fc.constantFrom(...ids, ...names, ...texts);

const anything = fc.oneof(
  meaningful,
  fc.jsonValue({ maxDepth: 3 }).map((value) => value as JsonValue),
);

/** A change of a record that keeps it a record: texts become other texts, fields become anything. */
function mutated(json: JsonValue, path: string, draw: (path: string) => JsonValue | undefined): JsonValue {
  const replacement = draw(path);
  if (typeof json === "string" && typeof replacement === "string" && path !== "/type") return replacement;
  if (/^\/fields\/[^/]+$/.test(path) && replacement !== undefined) return replacement;
  if (Array.isArray(json)) {
    const items = json.map((item: JsonValue, position) => mutated(item, `${path}/${position}`, draw));
    return replacement === undefined ? items : [...items, ...items];
  }
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key,
      keep.has(key) ? value : mutated(value, `${path}/${key}`, draw),
    ]),
  );
}

/** Members whose values the schema of records fixes. */
const keep = new Set([
  "id",
  "type",
  "kind",
  "attributeType",
  "dataType",
  "returnType",
  "multiplicity",
  "level",
]);

const mutations = fc.array(
  fc.record({
    record: fc.constantFrom(...ids),
    what: fc.constantFrom("remove", "parent", "kind", "change"),
    odds: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
    values: fc.array(anything, { minLength: 1, maxLength: 5 }),
    other: fc.constantFrom(...ids),
  }),
  { minLength: 1, maxLength: 12 },
);

type Mutation = typeof mutations extends fc.Arbitrary<readonly (infer Item)[]> ? Item : never;

function changedRecord(record: ProjectRecord, { what, other, odds, values }: Mutation): ProjectRecord {
  if (what === "parent" && "parent" in record && record.type !== "module")
    return { ...record, parent: other };
  if (what === "kind" && record.type === "element") return { ...record, kind: JSON.stringify(values[0]) };
  let draws = 0;
  const draw = () => {
    draws += 1;
    return odds[draws % odds.length] ? values[draws % values.length] : undefined;
  };
  return mutated(record as unknown as JsonValue, "", draw) as unknown as ProjectRecord;
}

function mutate(list: readonly Mutation[]): SampleProject {
  const records = new Map(sound);
  for (const mutation of list) {
    const record = records.get(mutation.record);
    if (!record) continue;
    if (mutation.what === "remove") records.delete(record.id);
    else records.set(record.id, changedRecord(record, mutation));
  }
  return sampleProject(records, catalog);
}

test("the project that is mutated has no errors", () => {
  expect(checkProject(sampleProject(sound, catalog))).toEqual([]);
});

test("whatever is wrong with a project, its check ends with problems that have a code, a place and a message", () => {
  fc.assert(
    fc.property(mutations, (list) => {
      const project = mutate(list);
      const problems = checkProject(project);
      for (const { code, place, message } of problems) {
        expect(Object.keys(problemCodes)).toContain(code);
        expect(project.records.has(place.record ?? "")).toBe(true);
        expect(message).toMatch(/^\S.*[.?]$/s);
        expect(place.from ?? 0).toBeLessThanOrEqual(place.to ?? 0);
      }
      expect(problems).toEqual(
        expect.arrayContaining([...problemsOfMicroflow("Sales.Flow", project, problems)]),
      );
    }),
    { numRuns: 500 },
  );
});

test("an incremental check finds what a full one finds, in the same order", () => {
  fc.assert(
    fc.property(mutations, mutations, (first, second) => {
      const before = checkIncrementally(mutate(first));
      const project = mutate([...first, ...second]);
      expect(checkIncrementally(project, before).problems).toEqual(checkProject(project));
    }),
    { numRuns: 200 },
  );
});

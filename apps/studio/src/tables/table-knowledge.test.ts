import { defineActivity, platformDefinitions } from "@rivulet/activities";
import { buildProject, createObject, type ElementSketch } from "@rivulet/testkit";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { KnownTables, LookedUpRegion, TableQuestion } from "../project/project-api.ts";
import { StudioProject } from "../project/studio-project.ts";
import { namedByMember, offeredNames } from "./names-for-member.ts";
import { TableKnowledge } from "./table-knowledge.ts";
import { tablesOfProject } from "./tables-of-project.ts";

/** An activity of a connector with a request that names a table and an index. */
const find = defineActivity({
  kind: "Store.Find",
  label: "Find",
  group: "amazonDynamoDB",
  icon: "search",
  summary: "Finds a row.",
  documentation: "Finds a row.",
  fields: [],
  keyedObjects: [
    {
      entity: "Store.Key",
      form: "key",
      holderAttribute: "Table",
      regionField: "Region",
      parts: { association: "Store.Part_Key", nameAttribute: "Name", entities: [], most: 2 },
      known: { place: "", keys: {} },
    },
  ],
  namingAttributes: [
    { entity: "Store.Request", attribute: "Table", names: "table" },
    { entity: "Store.Request", attribute: "Index", names: "index" },
  ],
  subtitle: "",
});

const request = (table: string) => createObject("Store.Request", "Request", { Table: table });
const findIn = (region: string): ElementSketch => ({ kind: "Store.Find", fields: { Region: region } });

function projectWith(elements: Readonly<Record<string, ElementSketch>>): StudioProject {
  const { records } = buildProject({
    modules: {
      Store: {
        entities: {
          Request: { attributes: { Table: "String", Index: "String" } },
          Rush: { generalization: "Store.Request" },
        },
        microflows: { Flow: { elements } },
      },
    },
  });
  const activities = [...platformDefinitions, find];
  return new StudioProject({ records: [...records.values()], hashes: {} }, { modules: [], activities });
}

const key = [{ name: "Shelf", role: "partition key", entities: [] }];
const north: LookedUpRegion = {
  region: "north",
  place: "the north",
  readAt: "2026-01-01T00:00:00.000Z",
  names: ["Sales", "Stock"],
  isCut: false,
  tables: [{ name: "Stock", key, indexes: [{ name: "ByPlace", key }] }],
  error: null,
};

/** What is known, with a server that answers when the test says so. */
function setUp(project: StudioProject, atFirst: readonly LookedUpRegion[] = []) {
  const questions: {
    question: TableQuestion;
    end: (known: KnownTables) => void;
    fail: (error: Error) => void;
  }[] = [];
  const tables = new TableKnowledge(
    {
      loadKnownTables: async () => ({ configuration: "Own", regions: atFirst }),
      lookUpTables: (question) =>
        new Promise((end, fail) => {
          questions.push({ question, end, fail });
        }),
    },
    project,
  );
  const answer = (...regions: LookedUpRegion[]) => questions.at(-1)?.end({ configuration: "Own", regions });
  const rename = (table: string) =>
    project.store.transact("Change", (transaction) => {
      const record = project.store.get("Store.Flow.request");
      if (record?.type === "element")
        transaction.update("element", record.id, {
          fields: { ...record.fields, members: [{ member: "Table", value: `'${table}'` }] },
        });
    });
  return { tables, questions, answer, rename };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("what is asked for are the tables and regions that microflows name for certain", () => {
  const project = projectWith({
    request: request("'Stock'"),
    long: request(`'${"x".repeat(10_000)}'`),
    joined: request("'St' + 'ock'"),
    odd: request("'../secret'"),
    north: findIn("Store.Places.north"),
    given: findIn("$Region"),
  });
  expect(tablesOfProject(project)).toEqual({ tables: ["Stock"], regions: ["north"] });
});

test("of very many names some are asked for", () => {
  const elements = Array.from(
    { length: 500 },
    (_, at) => [`request${at}`, request(`'table-${at}'`)] as const,
  );
  expect(tablesOfProject(projectWith(Object.fromEntries(elements))).tables).toHaveLength(100);
});

test("names are offered by what the attribute names, also of a specialization", () => {
  const { index, catalog } = projectWith({});
  const named = (member: string) => namedByMember("Store.Rush", member, { index, catalog });
  expect([named("Table"), named("Index"), named("Other")]).toEqual(["table", "index", undefined]);
  const texts = (names: "table" | "index" | "keyPart") => offeredNames([north, north], names);
  expect(texts("table").map(({ text }) => text)).toEqual(["Sales", "Stock"]);
  expect(texts("index")).toEqual([{ text: "ByPlace", detail: "Stock" }]);
  expect(texts("keyPart")).toEqual([{ text: "Shelf", detail: "partition key of Stock" }]);
});

test("an opened project has nobody asked, however much is edited", async () => {
  const { tables, questions, rename } = setUp(
    projectWith({ request: request("'Stock'"), north: findIn("Store.Places.north") }),
  );
  const stop = tables.watch();
  await tables.load();
  rename("Sales");
  tables.freshen();
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(questions).toEqual([]);
  stop();
});

test("once somebody asked, the table of a new name is looked up after a moment without edits", async () => {
  const { tables, questions, answer, rename } = setUp(
    projectWith({ request: request("'Stock'"), north: findIn("Store.Places.north") }),
  );
  const stop = tables.watch();
  await tables.load();
  void tables.lookUp(true);
  rename("Sal");
  await vi.advanceTimersByTimeAsync(5_000);
  answer(north);
  rename("Sales");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(questions.map(({ question }) => [question.tables, question.isAnew])).toEqual([
    [["Stock"], true],
    [["Sales"], false],
  ]);
  stop();
});

test("what the server knows already is taken over, and asked for again when it is old", async () => {
  const { tables, questions } = setUp(projectWith({}), [north]);
  vi.setSystemTime(new Date(north.readAt));
  await tables.load();
  expect(tables.state.known?.regions).toEqual([north]);
  tables.freshen();
  expect(questions).toEqual([]);
  vi.setSystemTime(Date.parse(north.readAt) + 6 * 60_000);
  tables.freshen();
  expect(questions).toHaveLength(1);
});

test("a server that cannot be asked leaves what is known as it was", async () => {
  const { tables, questions } = setUp(projectWith({}), [north]);
  await tables.load();
  const asking = tables.lookUp(true);
  questions[0]?.fail(new Error("The server does not answer."));
  await asking;
  expect(tables.state).toMatchObject({ known: { regions: [north] }, failure: "The server does not answer." });
});

test("an answer about the configuration before is dropped", async () => {
  const { tables, answer } = setUp(projectWith({}));
  const asking = tables.lookUp(true);
  await tables.load();
  answer(north);
  await asking;
  expect(tables.state.known).toBeUndefined();
});

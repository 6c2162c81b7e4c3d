import type { JsonObject } from "@rivulet/model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";

const connectors = [
  { module: "AWSAuthentication", version: "1.0.0" },
  { module: "AmazonDynamoDBConnector", version: "1.0.0" },
];
const place = { configuration: "Own", region: "eu_west_3" };

let server: TestServer;
const lines: string[] = [];
beforeAll(async () => {
  const configurations = [{ name: "Own", kind: "embedded", constants: {} }];
  server = await startTestServer({ log: { stream: { write: (line) => lines.push(line) } } }, {
    connectors,
    configurations,
  } as never);
  const named = { partition: { name: "Id", type: "S" }, sort: { name: "At", type: "N" } };
  await post("/api/v1/tables", { ...place, name: "Things", ...named });
});
afterAll(() => server[Symbol.asyncDispose]());

const post = (path: string, body: JsonObject) => server.send("POST", path, body);
const add = (item: JsonObject) => post("/api/v1/tables/Things/items", { ...place, item });
const change = (seen: JsonObject, wanted: JsonObject) =>
  server.send("PATCH", "/api/v1/tables/Things/items", { ...place, seen, wanted });
const read = (body: JsonObject = {}, table = "Things") =>
  post(`/api/v1/tables/${table}/reads`, { ...place, ...body });
const partition = (value: string) => ({ query: { partition: { name: "Id", value: { S: value } } } });

const everyType: JsonObject = {
  Id: { S: "every type" },
  At: { N: "1" },
  Long: { N: "12345678901234567890123456789012345678" },
  Small: { N: "-0.00000000000000000000000000000000000012345678" },
  Bytes: { B: "AAECgP8=" },
  Yes: { BOOL: true },
  Nothing: { NULL: true },
  Blank: { S: "" },
  List: { L: [{ S: "a" }, { N: "2" }, { L: [] }] },
  Map: { M: { Inner: { M: {} }, "a.b": { N: "0" } } },
  Texts: { SS: ["a", "b"] },
  Numbers: { NS: ["1", "12345678901234567890123456789012345678"] },
  Binaries: { BS: ["AAE=", "AgM="] },
};

/** Sets have no order, and a number may come back with other zeros. */
const sorted = (item: unknown) =>
  JSON.parse(
    JSON.stringify(item, (name, value: unknown) =>
      ["SS", "NS", "BS"].includes(name) ? (value as string[]).toSorted() : value,
    ),
  ) as JsonObject;

test("a sample table is described with its keys, indexes and how it is paid for", async () => {
  const { status, body } = await server.get("/api/v1/tables/Orders?configuration=Own&region=eu_west_3");
  expect([status, body]).toMatchObject([
    200,
    {
      name: "Orders",
      status: "ACTIVE",
      key: [
        { name: "CustomerId", type: "S" },
        { name: "OrderDate", type: "S" },
      ],
      indexes: [{ name: "OrdersByStatus", kind: "global", projection: "all" }],
      billing: "on demand",
    },
  ]);
});

test("all ten types come back as they were written, and a change of one leaves the others", async () => {
  expect((await add(everyType)).status).toBe(200);
  const [item] = (await read(partition("every type"))).body["items"] as JsonObject[];
  expect(sorted(item)).toEqual(sorted(everyType));
  const changed = await change(item as JsonObject, { ...item, Blank: { S: "full" }, Added: { N: "1" } });
  expect(changed.status).toBe(200);
  const [after] = (await read(partition("every type"))).body["items"] as JsonObject[];
  expect(sorted(after)).toEqual(sorted({ ...everyType, Blank: { S: "full" }, Added: { N: "1" } }));
  const deleted = await post("/api/v1/tables/Things/deletions", { ...place, seen: after as JsonObject });
  expect([deleted.status, deleted.body]).toEqual([200, { item: null }]);
});

test("a table is read page by page, with what a request took, until nothing is left", async () => {
  const seen: unknown[] = [];
  let after: JsonObject | null = null;
  do {
    const { body } = await read({ limit: 2, after }, "Orders");
    const items = body["items"] as JsonObject[];
    expect(items.length).toBeLessThanOrEqual(2);
    expect(body["capacity"]).toBeGreaterThan(0);
    seen.push(...items.map((item) => JSON.stringify([item["CustomerId"], item["OrderDate"]])));
    after = body["next"] as JsonObject | null;
  } while (after !== null);
  expect(new Set(seen).size).toBe(5);
});

test.each<[string, JsonObject, readonly string[]]>([
  ["one partition", {}, ["2026-09-02T08:15:00.000Z", "2026-11-03T14:40:00.000Z"]],
  ["backwards", { isDescending: true }, ["2026-11-03T14:40:00.000Z", "2026-09-02T08:15:00.000Z"]],
  [
    "by the beginning",
    { sort: { test: "begins_with", value: { S: "2026-09" } } },
    ["2026-09-02T08:15:00.000Z"],
  ],
  ["after something", { sort: { test: ">", value: { S: "2026-10" } } }, ["2026-11-03T14:40:00.000Z"]],
  [
    "between two values",
    { sort: { test: "between", value: { S: "2026-09" }, upTo: { S: "2026-10" } } },
    ["2026-09-02T08:15:00.000Z"],
  ],
])("a query reads %s", async (_, { sort, ...rest }, expected) => {
  const query = {
    partition: { name: "CustomerId", value: { S: "C-1001" } },
    ...(sort ? { sort: { name: "OrderDate", ...(sort as JsonObject) } } : {}),
    ...rest,
  };
  const { body } = await read({ query }, "Orders");
  const dates = (body["items"] as JsonObject[]).map((item) => (item["OrderDate"] as JsonObject)["S"]);
  expect(dates).toEqual(expected);
});

test("a query reads an index", async () => {
  const query = { partition: { name: "Status", value: { S: "Open" } } };
  const { body } = await read({ index: "OrdersByStatus", query }, "Orders");
  expect(body["items"]).toHaveLength(2);
});

describe("nobody writes over what somebody else wrote:", () => {
  const item = (id: string, more: JsonObject = {}): JsonObject => ({
    Id: { S: id },
    At: { N: "1" },
    ...more,
  });

  test("an item is added only where there is none with its key", async () => {
    await add(item("twice", { Who: { S: "first" } }));
    const { status, body } = await add(item("twice", { Who: { S: "second" } }));
    expect([status, body["code"]]).toEqual([409, "item-changed"]);
    expect(body["present"]).toEqual(item("twice", { Who: { S: "first" } }));
  });

  test.each<[string, JsonObject]>([
    ["the same attribute", { Who: { S: "me" } }],
    ["another attribute", { More: { S: "me" } }],
    ["an attribute away", {}],
  ])("whoever changes %s is told, and shown the item as it is", async (what, mine) => {
    const seen = item(what, { Who: { S: "nobody" } });
    const theirs = item(what, { Who: { S: "they" } });
    await add(seen);
    expect((await change(seen, theirs)).status).toBe(200);
    const { status, body } = await change(
      seen,
      what === "an attribute away" ? item(what) : { ...seen, ...mine },
    );
    expect([status, body["code"], body["present"]]).toEqual([409, "item-changed", theirs]);
    expect((await change(theirs, { ...theirs, ...mine })).status).toBe(200);
  });

  test("what somebody deleted is not written again, and what somebody changed is not deleted", async () => {
    const seen = item("gone", { Who: { S: "nobody" } });
    await add(seen);
    const theirs = item("gone", { Who: { S: "they" } });
    await change(seen, theirs);
    const late = await post("/api/v1/tables/Things/deletions", { ...place, seen });
    expect([late.status, late.body["present"]]).toEqual([409, theirs]);
    await post("/api/v1/tables/Things/deletions", { ...place, seen: theirs });
    const { status, body } = await change(theirs, seen);
    expect([status, body["present"]]).toEqual([409, null]);
  });

  test("an item of very many attributes is compared in those that change", async () => {
    const names = Array.from({ length: 2_000 }, (_, at) => [`a${at}`, { N: String(at) }] as const);
    const seen = item("wide", Object.fromEntries(names));
    await add(seen);
    expect((await change(seen, { ...seen, a1999: { S: "they" } })).status).toBe(200);
    expect((await change(seen, { ...seen, a1999: { S: "me" } })).status).toBe(409);
    const all = Object.fromEntries(names.map(([name]) => [name, { S: "me" }]));
    expect((await change(seen, { ...seen, ...all })).body).toMatchObject({ reason: "too-many-changes" });
  });

  test("a key stays, and another configuration is not written to", async () => {
    const moved = await change(item("stays"), item("moves"));
    expect(moved.body).toMatchObject({ status: 422, reason: "key-changed" });
    const other = { item: item("x"), configuration: "Other" };
    expect((await post("/api/v1/tables/Things/items", other)).body).toMatchObject({
      status: 409,
      code: "configuration-changed",
    });
  });
});

describe("what is wrong is said in words, before anything is sent:", () => {
  test.each<[string, JsonObject, string]>([
    ["a number that is none", { N: "1.2.3" }, 'Value is "1.2.3", which is no number'],
    ["a JavaScript number", { N: 5 }, "Value is a number that is not written as a text"],
    ["too many digits", { N: "1".repeat(39) }, "39 significant digits"],
    ["no base64", { B: "%%%" }, "Value is no base64"],
    ["an empty set", { SS: [] }, "a set without members"],
    ["two types", { S: "a", N: "1" }, "Value has no type"],
    ["a type that is none", { X: "a" }, "Value has no type"],
    [
      "a fault deep inside",
      { M: { List: { L: [{ BOOL: "yes" }] } } },
      "Value.List[0] is neither true nor false",
    ],
  ])("%s", async (_, value, sentence) => {
    const { status, body } = await add({ Id: { S: "wrong" }, At: { N: "1" }, Value: value });
    expect([status, body["code"]]).toEqual([400, "wrong-value"]);
    expect(body["detail"]).toContain(sentence);
  });

  test("a table that is not there, an item without its key, a page of a million items", async () => {
    expect((await read({}, "NoSuchTable")).body).toMatchObject({ status: 404, code: "unknown-table" });
    expect((await add({ Id: { S: "keyless" } })).body).toMatchObject({
      code: "table-call-failed",
      detail: "The item has no At, which is the key of its table. Give it one.",
    });
    expect((await read({ limit: 1_000_000 })).status).toBe(400);
  });
});

test("what was written stands in the audit log with its table and configuration, without any value", async () => {
  const item = { Id: { S: "a value of somebody" }, At: { N: "1" } };
  await add(item);
  await post("/api/v1/tables/Things/deletions", { ...place, seen: item });
  const noted = lines.filter((line) => line.includes('"audit"')).slice(-2);
  expect(noted.join()).not.toContain("a value of somebody");
  expect(noted.map((line) => (JSON.parse(line) as { audit: unknown }).audit)).toMatchObject([
    { action: "item-added", subject: "Things", detail: "Own" },
    { action: "item-deleted", subject: "Things", detail: "Own" },
  ]);
});

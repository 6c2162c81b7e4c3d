import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type EmbeddedDynamoDB,
  type FaultProxy,
  seedSampleTables,
  startEmbeddedDynamoDB,
  startFaultProxy,
} from "@rivulet/dynamodb/embedded";
import type { JsonObject } from "@rivulet/model";
import type { ListView, MoreRows, PageView } from "@rivulet/pages/view";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createServer, type RivuletServer } from "../create-server.ts";

const template = join(import.meta.dirname, "../../../cli/templates/samples");
/** Beside the three that are there from the beginning. */
const written = 130;
const pageSize = 20;

let folder: string;
let dynamodb: EmbeddedDynamoDB;
let proxy: FaultProxy;
let server: RivuletServer;
let address: string;

async function send(path: string, body: JsonObject): Promise<{ status: number; body: JsonObject }> {
  const content = { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`${address}/api/v1/${path}`, { method: "POST", ...content });
  return { status: response.status, body: (await response.json()) as JsonObject };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rivulet-paging-"));
  await cp(template, folder, { recursive: true });
  dynamodb = await startEmbeddedDynamoDB({ seed: seedSampleTables });
  proxy = await startFaultProxy({ target: await dynamodb.endpointFor("us-east-1") });
  const environment = {
    RIVULET_DYNAMODB_ENDPOINT: proxy.endpoint,
    AWS_ACCESS_KEY_ID: "AKIATEST",
    AWS_SECRET_ACCESS_KEY: "test",
  };
  server = createServer({ folder, port: 0, environment, log: { level: "silent" } });
  address = await server.start();
  const { body } = await send("microflows/Samples.BatchWriteProducts/runs", {
    parameters: { Count: written },
  });
  if (body["result"] !== written) throw new Error(`The table could not be filled: ${JSON.stringify(body)}`);
});
beforeEach(() => {
  proxy.setRules([]);
  proxy.forgetRequests();
});
afterAll(async () => {
  await server.stop();
  await proxy.stop();
  await dynamodb.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The page of the products, opened by somebody. */
async function openProducts() {
  const session = String((await send("app/sessions", {})).body["session"]);
  const on = async (what: string, body: JsonObject) => send(`app/sessions/${session}/${what}`, body);
  const { body } = await on("pages", { page: "Samples.Product_Overview" });
  const { opening } = body as unknown as PageView;
  const list = listIn(body);
  const more = (from: number) => on("rows", { opening, list: list.list, from });
  const refresh = async () => listIn((await on("refreshes", { opening })).body);
  return { list, more, refresh };
}

function listIn(body: JsonObject): ListView {
  const list = (body as unknown as PageView).widgets.find(({ kind }) => kind === "listView");
  return list as ListView;
}

const scans = () => proxy.requests.map(({ operation, body }) => ({ operation, limit: body["Limit"] }));
const namesOf = (rows: ListView["rows"]) => rows.map(({ children }) => JSON.stringify(children));

test("a table is shown at the cost of one request a page, and each item once", async () => {
  const { list, more } = await openProducts();
  expect([list.rows.length, list.rest]).toEqual([pageSize, { kind: "more" }]);
  expect(scans()).toEqual([{ operation: "Scan", limit: pageSize }]);
  const shown = namesOf(list.rows);
  let rest = list.rest;
  while (rest.kind === "more") {
    const { body } = await more(shown.length);
    const answer = body as unknown as MoreRows;
    shown.push(...namesOf(answer.rows));
    rest = answer.rest;
  }
  expect(new Set(shown).size).toBe(written + 3);
  expect(scans()).toHaveLength(Math.ceil((written + 3) / pageSize));
});

test("the same rows, asked for twice at once, are read once", async () => {
  const { more } = await openProducts();
  const answers = await Promise.all([more(pageSize), more(pageSize)]);
  const [first, second] = answers.map(({ body }) => namesOf((body as unknown as MoreRows).rows));
  expect(first).toHaveLength(pageSize);
  expect(second).toEqual(first);
  expect(scans()).toHaveLength(2);
});

test("a call that fails says why, and the next one goes on where the list has stopped", async () => {
  const { list, more } = await openProducts();
  proxy.setRules([{ operation: "Scan", effect: { kind: "error", code: "AccessDeniedException" } }]);
  const failed = await more(pageSize);
  expect(failed).toMatchObject({ status: 422, body: { code: "action-failed" } });
  expect(String(failed.body["detail"])).toContain("AccessDeniedException");
  proxy.setRules([]);
  const { rows } = (await more(pageSize)).body as unknown as MoreRows;
  expect(rows).toHaveLength(pageSize);
  expect(new Set(namesOf([...list.rows, ...rows])).size).toBe(2 * pageSize);
});

test("a refresh begins anew: one request for as many rows as were shown", async () => {
  const { more, refresh } = await openProducts();
  await more(pageSize);
  proxy.forgetRequests();
  expect((await refresh()).rows).toHaveLength(2 * pageSize);
  expect(scans()).toEqual([{ operation: "Scan", limit: 2 * pageSize }]);
  const next = await openProducts();
  expect(next.list.rows).toHaveLength(pageSize);
});

test("the browser is told neither the key where the list goes on nor the name of the microflow", async () => {
  const { list, more } = await openProducts();
  const { body } = await more(pageSize);
  for (const sent of [JSON.stringify(list), JSON.stringify(body)])
    expect(sent).not.toMatch(/ExclusiveStartKey|LastEvaluatedKey|Continuation|ProductsPageByPage/);
});

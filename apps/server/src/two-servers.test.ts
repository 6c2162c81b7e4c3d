import { chmodSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject } from "@rivulet/model";
import { startEmbeddedPostgres } from "@rivulet/persistence";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createServer, type RivuletServer } from "./create-server.ts";
import { shop, type TemporaryProject, temporaryProject } from "./sample-project.test-support.ts";
import { readEvents } from "./test-server.test-support.ts";

type Postgres = Awaited<ReturnType<typeof startEmbeddedPostgres>>;

let project: TemporaryProject;
let postgres: Postgres;
const servers: RivuletServer[] = [];
let here = "";
let there = "";

async function start(folder: string): Promise<string> {
  const environment = { DATABASE_URL: postgres.url };
  const server = createServer({ folder, port: 0, environment, log: { level: "silent" } });
  servers.push(server);
  return server.start();
}

beforeAll(async () => {
  project = await temporaryProject(shop);
  // For the account of PostgreSQL, so that root's tests leave nothing elsewhere.
  for (const folder of [project.folder, join(project.folder, ".rivulet")]) chmodSync(folder, 0o755);
  postgres = await startEmbeddedPostgres({ folder: join(project.folder, ".rivulet/postgres") });
  [here, there] = [await start(project.folder), await start(project.folder)];
}, 60_000);
afterAll(async () => {
  for (const server of servers) await server.stop();
  await postgres.stop();
  await project[Symbol.asyncDispose]();
});

async function ask(address: string, path: string, body?: JsonObject, method = body ? "POST" : "GET") {
  const response = await fetch(`${address}/api/v1/${path}`, {
    method,
    ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as JsonObject };
}

const run = (address: string, microflow: string, body: JsonObject = {}) =>
  ask(address, `microflows/Sales.${microflow}/runs`, body);
const idsAt = async (address: string) => {
  const { body } = await ask(address, "runs");
  return (body["runs"] as readonly JsonObject[]).map(({ runId }) => runId);
};

describe("two servers on one project folder", () => {
  test("have one history", async () => {
    const ids = [];
    for (const address of [here, there, here]) ids.unshift((await run(address, "Nothing")).body["runId"]);
    expect(await idsAt(here)).toEqual(ids);
    expect(await idsAt(there)).toEqual(ids);
  });

  test("tell of each other's runs, and end them for each other", async () => {
    const { body } = await run(here, "Forever", { wait: false });
    const runId = String(body["runId"]);
    expect(await ask(there, `runs/${runId}`)).toMatchObject({ body: { status: "running" } });
    const followed = fetch(`${there}/api/v1/runs/${runId}/events`).then(readEvents);
    expect(await ask(there, `runs/${runId}/cancel`, {})).toMatchObject({ body: { runId } });
    const events = await followed;
    expect(events.at(-1)).toMatchObject({ event: "state", id: "ended", data: { status: "cancelled" } });
    expect(await ask(here, `runs/${runId}`)).toMatchObject({ body: { status: "cancelled" } });
  }, 30_000);

  test("see what the other has saved; of two who changed the same the second is told", async () => {
    const recordsAt = async (address: string) => (await ask(address, "project/records")).body;
    const { records, hashes } = await recordsAt(here);
    const found = (records as readonly JsonObject[]).find(
      ({ type, name }) => type === "microflow" && name === "Nothing",
    );
    const id = String(found?.["id"]);
    const save = (address: string, documentation: string) => {
      const updated = { [id]: [found ?? null, { ...found, documentation }] };
      const diff = { added: {}, updated, removed: {} };
      const expectedHashes = { [id]: (hashes as JsonObject)[id] ?? null };
      return ask(address, "project", { diff, expectedHashes }, "PATCH");
    };
    const both = await Promise.all([save(here, "from here"), save(there, "from there")]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const words = both[0].status === 200 ? "from here" : "from there";
    for (const address of [here, there]) {
      const after = (await recordsAt(address))["records"] as readonly JsonObject[];
      expect(after.find((record) => record["id"] === id)).toMatchObject({ documentation: words });
    }
  });
});

test("servers of other projects in the same database have a history of their own", async () => {
  await using other = await temporaryProject(shop);
  const garage = await start(other.folder);
  expect(await idsAt(garage)).toEqual([]);
  const { body } = await run(garage, "Nothing");
  const runId = String(body["runId"]);
  expect(await idsAt(garage)).toEqual([runId]);
  expect(await ask(here, `runs/${runId}`)).toMatchObject({ status: 404 });
  expect(await idsAt(here)).not.toContain(runId);
  await servers.pop()?.stop();
});

import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import type { JsonObject, JsonValue } from "@rivulet/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";

let server: TestServer;
let records: readonly JsonObject[];
let hashes: JsonValue;
beforeAll(async () => {
  server = await startTestServer();
  const { body } = await server.get("/api/v1/project/records");
  records = Object.values(body["records"] as Record<string, JsonObject>);
  hashes = body["hashes"] as JsonValue;
});
afterAll(() => server[Symbol.asyncDispose]());

/** Everything that is in the project's folder and beside it. */
const files = () => [
  ...readdirSync(server.folder, { recursive: true }).map(String),
  ...readdirSync(dirname(server.folder)).filter((name) => name.includes("evil")),
];

const names = [
  "../evil",
  "..",
  ".",
  "/etc/evil",
  "a/b",
  "a\\b",
  "evil\0",
  "CON",
  "evil.json/../../x",
  ".rivulet",
  "x".repeat(300),
  "",
];

test.each(names)("no document is written under the name %j", async (name) => {
  const before = files();
  for (const type of ["module", "microflow", "enumeration", "constant", "page"]) {
    const record = records.find((candidate) => candidate["type"] === type);
    if (!record) continue;
    const id = String(record["id"]);
    const changes: JsonObject[] = [
      { added: {}, updated: { [id]: [record, { ...record, name }] }, removed: {} },
      { added: { "evil-1": { ...record, id: "evil-1", name } }, updated: {}, removed: {} },
    ];
    for (const diff of changes) {
      const { status } = await server.send("PATCH", "/api/v1/project", { diff, expectedHashes: hashes });
      expect([type, status >= 400 && status < 500]).toEqual([type, true]);
    }
  }
  expect(files()).toEqual(before);
});

test.each(["../evil", "/etc/evil", "a/b", "..", "evil\0"])("no record has the id %j", async (id) => {
  const before = files();
  const record = records.find(({ type }) => type === "enumeration" || type === "microflow") ?? {};
  const diff = { added: { [id]: { ...record, id, name: "Harmless" } }, updated: {}, removed: {} };
  const { status } = await server.send("PATCH", "/api/v1/project", { diff, expectedHashes: hashes });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(files()).toEqual(before);
});

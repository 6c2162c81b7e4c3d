import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";
import { call } from "./raw-call.test-support.ts";
import { pathOf, readRoutes } from "./route-list.test-support.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const routes = await readRoutes();
/** Names that every object has, and texts that mean something to some program. */
const oddNames = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "..",
  "",
  "\u0000",
  "${7*7}",
  "'",
];

describe.each(routes.filter(({ body }) => body !== undefined))("$method $path", ({ method, path }) => {
  test("takes no key twice, and no odd name for a reason to fail", async () => {
    const at = path.replaceAll(/:\w+/g, "Sales.Greet");
    const twice = await call(server.address, { method, path: at, body: '{"name":"a","name":"b"}' });
    expect([twice.status, twice.body]).toEqual([400, expect.stringContaining("twice")]);
    for (const name of oddNames) {
      const value = JSON.stringify(name);
      const inner =
        name === "__proto__" || name === "constructor" ? "{}" : `{${value}:{${value}:[${value}]}}`;
      const members = ["name", "value", "configuration", "userRole", "text", "token", "email", "id"];
      const plain = members.map((member) => `"${member}":${value}`);
      const nested = ["parameters", "input", "objects", "diff"].map((member) => `"${member}":${inner}`);
      for (const member of [...plain, ...nested]) {
        const { status } = await call(server.address, { method, path: at, body: `{${member}}` });
        expect([member, status < 500]).toEqual([member, true]);
      }
    }
  });
});

describe.each(routes.filter(({ query }) => query !== undefined))("$method $path", (route) => {
  test("is asked for nothing by an odd query", async () => {
    const queries = [
      "limit=%ff",
      "limit=1&limit=2",
      "after=%00",
      "who=%00",
      "%5f%5fproto%5f%5f=1",
      "a=%",
      "=",
    ];
    for (const query of queries) {
      const body = route.body === undefined ? {} : { body: "{}" };
      const path = `${pathOf(route)}?${query}`;
      const { status } = await call(server.address, { method: route.method, path, ...body });
      expect([query, status >= 400 && status < 500]).toEqual([query, true]);
    }
  });
});

test.each(["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "x-http-METHOD-override"])(
  "%s changes no method",
  async (header) => {
    const request = { path: "/api/v1/runs", headers: [`${header}: GET`], body: "{}" };
    expect((await call(server.address, { method: "POST", ...request })).status).toBeGreaterThanOrEqual(400);
    const read = { method: "GET", path: "/api/v1/project", headers: [`${header}: PATCH`] };
    expect((await call(server.address, read)).status).toBe(200);
  },
);

test.each([
  "X-Original-URL: /api/v1/project/records",
  "X-Rewrite-URL: /api/v1/project/records",
  "X-Forwarded-Host: evil.example",
  "Forwarded: host=evil.example;proto=https",
  "X-Forwarded-Proto: https",
])("%s says nothing to this server", async (header) => {
  const plain = await call(server.address, { method: "GET", path: "/api/v1/configurations" });
  const asked = { method: "GET", path: "/api/v1/configurations", headers: [header] };
  const { status, body } = await call(server.address, asked);
  expect([status, body]).toEqual([plain.status, plain.body]);
});

test.each([
  "localhost.",
  "localhost@evil.example",
  "127.0.0.1.evil.example",
  "[::1%25eth0]",
  "[::ffff:127.0.0.1]",
  "2130706433",
  "0x7f.1",
  "127.1",
  "0177.0.0.1",
  "localhost#.evil.example",
  "evil.example, localhost",
  "",
])("the host %j is not ours", async (host) => {
  const { sendRaw, rawRequest } = await import("../http/raw-request.test-support.ts");
  const { status } = await sendRaw(server.address, rawRequest("GET /api/v1/project", [`Host: ${host}`]));
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
});

test.each([
  "null",
  "file://",
  "http://localhost.evil.example",
  "http://LOCALHOST:1@evil.example",
  "*",
  "",
  "http://[::1%25lo]",
])("the origin %j is not ours, in any case of the header's name", async (origin) => {
  for (const name of ["Origin", "ORIGIN", "oRiGiN"]) {
    const headers = [`${name}: ${origin}`];
    const { status } = await call(server.address, { method: "GET", path: "/api/v1/project", headers });
    expect([name, status]).toEqual([name, 403]);
  }
});

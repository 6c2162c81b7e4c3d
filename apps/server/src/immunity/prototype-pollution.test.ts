import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";
import { call } from "./raw-call.test-support.ts";
import { pathOf, readRoutes } from "./route-list.test-support.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const pollution = '{"isPolluted":true}';
const bodies = [
  `{"__proto__":${pollution}}`,
  `{"\\u005f\\u005fproto\\u005f\\u005f":${pollution}}`,
  `{"constructor":{"prototype":${pollution}}}`,
  `{"parameters":{"__proto__":${pollution}}}`,
  `{"parameters":{"Name":{"constructor":{"prototype":${pollution}}}}}`,
  `{"diff":{"added":{"__proto__":${pollution}},"updated":{},"removed":{}},"expectedHashes":{}}`,
  `{"diff":{"added":{},"updated":{},"removed":{}},"expectedHashes":{"__proto__":"x"}}`,
  `[{"prototype":${pollution}}]`,
];

const all = await readRoutes();
const routes = all.filter(({ body }) => body !== undefined);

describe.each(routes)("$method $path", (route) => {
  test.each(bodies)("takes no %s", async (body) => {
    const answer = await call(server.address, { method: route.method, path: pathOf(route), body });
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('"code":"json-forbidden-key"');
    expect(({} as Record<string, unknown>)["isPolluted"]).toBeUndefined();
    expect(([] as unknown as Record<string, unknown>)["isPolluted"]).toBeUndefined();
  });
});

const queries = ["__proto__[a]=1", "constructor[prototype][a]=1", "limit=1&__proto__=1", "__proto__.a=1"];

test.each(queries)("the query ?%s is refused by every route that reads one", async (query) => {
  for (const { method, path } of all.filter((route) => route.query !== undefined)) {
    const address = `${path.replaceAll(/:\w+/g, "Sales.Greet")}?${query}`;
    const body = method === "GET" ? {} : { body: "{}" };
    const { status } = await call(server.address, { method, path: address, ...body });
    expect([path, status >= 400 && status < 500]).toEqual([path, true]);
  }
  expect(({} as Record<string, unknown>)["a"]).toBeUndefined();
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";
import { call } from "./raw-call.test-support.ts";
import { readRoutes } from "./route-list.test-support.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

/** Ids of the right form that belong to nobody here: those of another server, guessed ones, and ids of other things. */
const foreign = [
  "00000000-0000-4000-8000-000000000000",
  "Sales.Gone",
  "Sales.Order",
  "projects",
  "1",
  "x".repeat(99),
];

const routes = (await readRoutes()).filter(
  ({ path }) => path.includes(":") && !path.includes("*") && path.startsWith("/api/"),
);

describe.each(routes)("$method $path", (route) => {
  test("gives nothing away by an id that is not of this place", async () => {
    const run = await server.run("Greet", { parameters: { Name: "Ann" } });
    for (const id of [...foreign, String(run.body["runId"]).toUpperCase()]) {
      const { method } = route;
      const { status, body } = await call(server.address, {
        method,
        path: route.path.replaceAll(/:\w+/g, id),
        ...(method === "GET" ? {} : { body: "{}" }),
      });
      expect([id, status >= 400 && status < 500]).toEqual([id, true]);
      expect(body).not.toContain("Hello Ann");
      expect(body).not.toMatch(/ {4}at |node_modules|\/work\//);
    }
  });
});

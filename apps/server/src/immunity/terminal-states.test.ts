import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";
import { call } from "./raw-call.test-support.ts";
import { readRoutes } from "./route-list.test-support.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const ends = [
  ["completed", "Greet", { Name: "Ann" }],
  ["failed", "Divide", { By: 0 }],
] as const;

const routes = (await readRoutes()).filter(({ path }) => path.includes(":runId"));

describe.each(ends)("a run that is %s", (status, microflow, parameters) => {
  test("stays so, whatever is asked of it", async () => {
    const { body: run } = await server.run(microflow, { parameters });
    expect(run["status"]).toBe(status);
    const path = `/api/v1/runs/${String(run["runId"])}`;
    const before = (await server.get(path)).body;
    for (const route of routes) {
      for (const method of new Set([route.method, "POST", "PUT", "PATCH", "DELETE"])) {
        await call(server.address, {
          method,
          path: route.path.replace(":runId", String(run["runId"])),
          ...(method === "GET" ? {} : { body: "{}" }),
        });
      }
    }
    expect((await server.get(path)).body).toEqual(before);
  });
});

test("a run that was cancelled stays cancelled", async () => {
  const { body } = await server.run("Forever", { wait: false });
  const path = `/api/v1/runs/${String(body["runId"])}`;
  await server.send("POST", `${path}/cancel`, {});
  await expect.poll(async () => (await server.get(path)).body["status"]).toBe("cancelled");
  const before = (await server.get(path)).body;
  await server.send("POST", `${path}/cancel`, {});
  expect((await server.get(path)).body).toEqual(before);
});

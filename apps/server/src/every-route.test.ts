import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessRules } from "./http/access.ts";
import { rawRequest, sendRaw } from "./http/raw-request.test-support.ts";
import type { Route } from "./http/route.ts";
import { pathOf, readRoutes } from "./immunity/route-list.test-support.ts";
import { startTestServer, type TestServer } from "./test-server.test-support.ts";

const routes = await readRoutes();
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const host = () => `Host: ${new URL(server.address).host}`;
const bodyOf = ({ method }: Route) =>
  method === "GET" ? [] : ["Content-Type: application/json", "Content-Length: 2"];
const send = (route: Route, path: string, headers: readonly string[]) =>
  sendRaw(server.address, rawRequest(`${route.method} ${path}`, headers, route.method === "GET" ? "" : "{}"));

describe.each(routes)("$method $path", (route) => {
  test("has a rule that says who may call it", () => {
    expect(Object.keys(accessRules)).toContain(route.access);
  });

  test("is closed to other hosts and to pages of other sites", async () => {
    for (const headers of [
      ["Host: evil.example"],
      [host(), "Origin: http://evil.example"],
      [host(), "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors"],
      [host(), "Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: no-cors"],
    ]) {
      const { status, head } = await send(route, pathOf(route), [...headers, ...bodyOf(route)]);
      expect(status).toBe(403);
      expect(head).toMatch(/content-security-policy/i);
    }
  });

  test("takes no body that is not JSON", async () => {
    const headers = [host(), "Content-Type: text/plain", "Content-Length: 2"];
    const { status } = await sendRaw(
      server.address,
      rawRequest(`${route.method} ${pathOf(route)}`, headers, "{}"),
    );
    expect([400, 415]).toContain(status);
  });
});

test("what the table says is described in OpenAPI", async () => {
  const { body } = await server.get("/api/openapi.json");
  const described = Object.entries(body["paths"] as Record<string, object>).flatMap(([path, operations]) =>
    Object.keys(operations).map(
      (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
    ),
  );
  const expected = routes
    .filter(({ isInternal }) => isInternal !== true)
    .map(({ method, path }) => `${method} ${path}`);
  expect(described).toEqual(expect.arrayContaining(expected));
});

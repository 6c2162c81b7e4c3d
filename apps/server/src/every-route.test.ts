import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ProjectFolder } from "@rivulet/model/folder";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessRules } from "./http/access.ts";
import { rawRequest, sendRaw } from "./http/raw-request.test-support.ts";
import type { Route } from "./http/route.ts";
import { AuditInServerLog } from "./people/audit-log.ts";
import { routeTable } from "./route-table.ts";
import { defaultRunServiceLimits } from "./runs/run-service.ts";
import { shop, temporaryProject } from "./sample-project.test-support.ts";
import { openServices } from "./services.ts";
import { startTestServer, type TestServer } from "./test-server.test-support.ts";

async function readRoutes(): Promise<readonly Route[]> {
  await using project = await temporaryProject(shop);
  const services = openServices({
    folder: new ProjectFolder(project.folder),
    localFolder: project.folder,
    environment: {},
    limits: defaultRunServiceLimits,
    runStore: undefined,
    historyLimits: { days: 1, runs: 1, megabytes: 1 },
    people: undefined,
    audit: new AuditInServerLog(pino({ level: "silent" })),
    auditTrail: undefined,
    log: pino({ level: "silent" }),
  });
  services.project.close();
  await services.cleaner.close();
  return routeTable(services, { version: "test" });
}

const routes = await readRoutes();
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

/** A path that fits the route, whatever its parameters are. */
const pathOf = ({ path }: Route, value = "Sales.Greet") => path.replaceAll(/:\w+/g, value);
const host = () => `Host: ${new URL(server.address).host}`;
const bodyOf = ({ method }: Route) =>
  method === "GET" ? [] : ["Content-Type: application/json", "Content-Length: 2"];
const send = (route: Route, path: string, headers: readonly string[]) =>
  sendRaw(server.address, rawRequest(`${route.method} ${path}`, headers, route.method === "GET" ? "" : "{}"));

const spellings = [
  "..",
  "../..",
  "%2e%2e",
  "..%2f..%2f..%2fetc%2fpasswd",
  "%2e%2e%2f%2e%2e%2frivulet.json",
  "..%5c..%5crivulet",
  "....//rivulet",
  "%252e%252e%252f",
  "%c0%ae%c0%ae%c0%af",
  "..%00",
  "/etc/passwd",
  "%2fetc%2fpasswd",
  "C:%5cWindows",
  "__proto__",
  "constructor",
  "toString",
];

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

describe.each(routes.filter(({ path }) => path.includes(":")))("$method $path", (route) => {
  test("leads nowhere by a path in place of a name", async () => {
    const secret = await readFile(join(server.folder, "rivulet.json"), "utf8");
    for (const spelling of spellings) {
      const { status, body } = await send(route, pathOf(route, spelling), [host(), ...bodyOf(route)]);
      expect([spelling, status >= 400 && status < 500]).toEqual([spelling, true]);
      expect(body).not.toContain("root:");
      expect(body).not.toContain(secret.slice(0, 40));
    }
  });
});

test.each(spellings)("%s leads nowhere from the root and from the files of the pages", async (spelling) => {
  for (const path of [
    `/${spelling}`,
    `/assets/${spelling}`,
    `/assets/../${spelling}`,
    `/api/v1/project/${spelling}`,
  ]) {
    const { status } = await sendRaw(server.address, rawRequest(`GET ${path}`, [host()]));
    expect([path, status >= 400 && status < 500]).toEqual([path, true]);
  }
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

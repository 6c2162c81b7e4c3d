import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";
import { call } from "./raw-call.test-support.ts";
import { pathOf, readRoutes } from "./route-list.test-support.ts";

const spellings = [
  "..",
  "../..",
  "%2e%2e",
  "..%2f..%2f..%2fetc%2fpasswd",
  "..%2F..%2Frivulet.json",
  "%2e%2e%2f%2e%2e%2frivulet.json",
  "..%5c..%5crivulet",
  "..%5C..%5Crivulet",
  "....//rivulet",
  "....%2f%2frivulet",
  "%252e%252e%252f",
  "%c0%ae%c0%ae%c0%af",
  "%u002e%u002e%u002f",
  "..%00",
  "..%0d%0aX-Injected:%201",
  ".%2e/.%2e",
  "..;/..;",
  "/etc/passwd",
  "%2fetc%2fpasswd",
  "C:%5cWindows",
  "%5c%5chost%5cshare",
  "file:%2f%2f%2fetc%2fpasswd",
  ".rivulet%2fsecret.key",
  "__proto__",
  "constructor",
  "toString",
];
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

let server: TestServer;
let settings: string;
beforeAll(async () => {
  server = await startTestServer();
  settings = await readFile(join(server.folder, "rivulet.json"), "utf8");
});
afterAll(() => server[Symbol.asyncDispose]());

const withBody = new Set(["POST", "PUT", "PATCH"]);

async function expectRefused(method: string, path: string): Promise<void> {
  const { status, head, body } = await call(server.address, {
    method,
    path,
    ...(withBody.has(method) ? { body: "{}" } : {}),
  });
  expect([method, path, status >= 400 && status < 500]).toEqual([method, path, true]);
  expect(body).not.toContain("root:");
  expect(body).not.toContain(settings.slice(0, 40));
  expect(head).not.toMatch(/^x-injected/im);
}

const routes = await readRoutes();

describe.each(routes.filter(({ path }) => path.includes(":")))("$method $path", (route) => {
  test("leads nowhere by a path in place of a name, with any method", async () => {
    for (const spelling of spellings) {
      await Promise.all(methods.map((method) => expectRefused(method, pathOf(route, spelling))));
    }
  });
});

test.each(spellings)("%s leads nowhere from the root and from the files of the pages", async (spelling) => {
  for (const path of ["/", "/assets/", "/assets/../", "/studio/", "/app/", "/api/v1/project/"]) {
    await expectRefused("GET", path + spelling);
  }
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";
import { call } from "./raw-call.test-support.ts";
import { pathOf, readRoutes } from "./route-list.test-support.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const types = [
  "text/plain",
  "text/plain;application/json",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "text/json",
  "application/xml",
  "application/octet-stream",
  "application/json, text/plain",
  "application/json; charset=utf-16",
  "application/x-www-form-urlencoded; application/json",
];

/** As forms of browsers write them: what a page of another site can send without asking. */
const bodies = [
  "{}",
  '{"parameters":{}}',
  "parameters=1",
  '--x\r\nContent-Disposition: form-data; name="file"; filename="/etc/passwd"\r\n\r\nx\r\n--x--\r\n',
];

describe.each((await readRoutes()).filter(({ method }) => method !== "GET"))("$method $path", (route) => {
  test("takes JSON only, whatever is in the body", async () => {
    for (const type of types) {
      for (const body of bodies) {
        const { status } = await call(server.address, {
          method: route.method,
          path: pathOf(route),
          headers: [`Content-Type: ${type}`],
          body,
        });
        expect([type, [400, 415].includes(status)]).toEqual([type, true]);
      }
    }
  });

  test("takes no body in pieces of two kinds, and none that is compressed", async () => {
    const { method } = route;
    const path = pathOf(route);
    for (const header of ["Content-Encoding: gzip", "Transfer-Encoding: gzip, chunked"]) {
      const { status } = await call(server.address, { method, path, headers: [header], body: "{}" });
      expect([header, status >= 400 && status < 500]).toEqual([header, true]);
    }
  });
});

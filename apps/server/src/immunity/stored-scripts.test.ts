import { log } from "@rivulet/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";
import { call } from "./raw-call.test-support.ts";

const script = `"><script>alert(1)</script><img src=x onerror=alert(1)>' onmouseover='alert(1)`;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(
    {},
    {
      modules: {
        Sales: {
          constants: { Title: { type: "String", value: script } },
          microflows: {
            Greet: {
              parameters: { Name: "String" },
              returns: "String",
              elements: { note: log("$Name") },
              result: "$Name",
            },
            Broken: { returns: "String", elements: {}, result: script },
          },
        },
      },
    },
  );
  await server.run("Greet", { parameters: { Name: script } });
  await server.run("Broken");
});
afterAll(() => server[Symbol.asyncDispose]());

const pages = [
  "/",
  "/api/docs",
  "/api/openapi.json",
  "/api/v1/runs",
  "/api/v1/project/records",
  "/nothing/<script>",
];

test.each(pages)("what people wrote is text in %s and never markup", async (path) => {
  const { head, body } = await call(server.address, { method: "GET", path: encodeURI(path) });
  expect(head).toMatch(/content-security-policy: [^\r]*default-src 'none'/i);
  expect(head).not.toMatch(/content-security-policy: [^\r]*unsafe-(?:inline|eval)/i);
  expect(head).toMatch(/x-content-type-options: nosniff/i);
  const isPage = /content-type: text\/html/i.test(head);
  const isJson = /content-type: application\/(?:problem\+)?json/i.test(head);
  const hasMarkup = /<script>alert|<img src=x|<[^>]+onmouseover/i.test(body);
  expect({ isKnown: isPage || isJson, isMarkup: isPage && hasMarkup }).toEqual({
    isKnown: true,
    isMarkup: false,
  });
});

test("the name that a request calls the server by stands in no link", async () => {
  const { port } = new URL(server.address);
  for (const path of ["/", "/api/docs", "/api/openapi.json", "/api/v1/project"]) {
    const { status, head, body } = await call(server.address, {
      method: "GET",
      path,
      headers: ["X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "Forwarded: host=evil.example"],
    });
    expect([path, status]).toEqual([path, 200]);
    expect(head + body).not.toContain("evil.example");
    expect(body).not.toContain(`127.0.0.1:${port}/`);
  }
});

import { createVariable } from "@rivulet/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";

/** What has led from an expression to the machine in other products (peers' published incidents), in our syntax too. */
const payloads = [
  "constructor",
  "$Text/constructor",
  "$Text/constructor/constructor",
  "$Text/__proto__",
  "$Text/prototype",
  "toString",
  "this",
  "globalThis",
  "process/env",
  "process.env.HOME",
  "$process",
  "require('child_process')",
  "import('node:fs')",
  "eval('1')",
  "Function('return 1')()",
  "''.constructor.constructor('return process')()",
  "[].filter.constructor('return 1')()",
  "({}).constructor",
  // The text of a template is part of the payload.
  "`${process.env.HOME}`",
  "'${process.env.HOME}' + $Text/length",
  "{{ process.env.HOME }}",
  "@Sales.constructor",
  "$RIVULET_SECRET_KEY",
  "env('HOME')",
  "getEnvironmentVariable('HOME')",
  "with($Text){x}",
  "(function*(){})()",
  "a => a",
  "Reflect.get($Text, 'x')",
];

let server: TestServer;
beforeAll(async () => {
  const microflows = Object.fromEntries(
    payloads.map((payload, at) => [
      `Try${at}`,
      {
        parameters: { Text: "String" as const },
        returns: "String" as const,
        elements: { made: createVariable("Made", "String", payload) },
        result: "$Made",
      },
    ]),
  );
  server = await startTestServer(
    { environment: { HOME: "/the/home/folder" } },
    { modules: { Sales: { microflows } } },
  );
});
afterAll(() => server[Symbol.asyncDispose]());

test.each(payloads.map((payload, at) => [payload, at] as const))("%s is no expression", async (_, at) => {
  const { status, body } = await server.run(`Try${at}`, { parameters: { Text: "x" } });
  expect([status, body["code"]]).toEqual([422, "project-has-problems"]);
  expect(JSON.stringify(body)).not.toContain("/the/home/folder");
});

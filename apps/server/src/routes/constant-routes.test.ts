import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer(
    { environment: { RIVULET_CONSTANT_Sales_Page: "50" } },
    {
      modules: {
        Sales: {
          constants: {
            Page: { type: "Integer", value: 25 },
            Key: { type: "String", isSecret: true },
            Pin: { type: "Integer", isSecret: true },
          },
        },
      },
    },
  );
});
afterEach(() => server[Symbol.asyncDispose]());

const put = (name: string, value: unknown) =>
  server.send("PUT", `/api/v1/secrets/${name}`, { value: value as string });

describe("values of this machine", () => {
  test("are told by where they come from, never as they are", async () => {
    expect((await server.get("/api/v1/constants")).body).toEqual({
      sources: { "Sales.Page": "environment" },
    });
    const kept = await put("Sales.Key", "hush");
    expect([kept.status, kept.body]).toEqual([
      200,
      { sources: { "Sales.Page": "environment", "Sales.Key": "secrets" } },
    ]);
    expect(await readFile(join(server.folder, ".rivulet/secrets.json"), "utf8")).toContain("hush");
    expect(JSON.stringify(await server.get("/api/v1/constants"))).not.toContain("hush");
  });

  test("can be forgotten", async () => {
    await put("Sales.Key", "hush");
    expect((await put("Sales.Key", null)).body).toEqual({ sources: { "Sales.Page": "environment" } });
  });

  test("are kept with their type", async () => {
    await put("Sales.Pin", "7");
    expect(JSON.parse(await readFile(join(server.folder, ".rivulet/secrets.json"), "utf8"))).toEqual({
      "Sales.Pin": 7,
    });
  });

  test.each([
    ["Sales.Pin", "seven", 400, "wrong-value"],
    ["Sales.Key", "", 400, "wrong-value"],
    ["Sales.Page", "1", 404, "unknown-constant"],
    ["Sales.Nothing", "1", 404, "unknown-constant"],
    ["Sales.Key", "x".repeat(70_000), 400, "wrong-request"],
    ["Sales.Key", 7, 400, "wrong-request"],
  ])(
    "of %s that is %j are answered with %i %s, without repeating them",
    async (name, value, status, code) => {
      const answer = await put(name, value);
      expect([answer.status, answer.body["code"]]).toEqual([status, code]);
      expect(JSON.stringify(answer.body)).not.toContain("seven");
    },
  );
});

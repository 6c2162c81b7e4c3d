import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject } from "@rivulet/model";
import { KeptSecrets } from "@rivulet/runtime";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer(
    { environment: { RIVULET_CONSTANT_Sales_Page: "50" } },
    {
      configurations: [{ name: "AWS", kind: "aws", constants: {} }],
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

const put = (name: string, value: unknown, more: JsonObject = {}) =>
  server.send("PUT", `/api/v1/secrets/${name}`, { value: value as string, ...more });
const setAt = expect.stringMatching(/^\d{4}-.*Z$/) as string;

describe("values of this machine", () => {
  test("are told by where they come from, never as they are", async () => {
    expect((await server.get("/api/v1/constants")).body).toEqual({
      sources: { "Sales.Page": "environment" },
      secrets: [],
      problem: null,
    });
    const kept = await put("Sales.Key", "hush");
    expect([kept.status, kept.body]).toEqual([
      200,
      {
        sources: { "Sales.Page": "environment", "Sales.Key": "secrets" },
        secrets: [{ constant: "Sales.Key", configuration: null, setAt }],
        problem: null,
      },
    ]);
    expect(await readFile(join(server.folder, ".rivulet/secrets.json"), "utf8")).not.toContain("hush");
    expect(JSON.stringify(await server.get("/api/v1/constants"))).not.toContain("hush");
  });

  test("can be for one configuration", async () => {
    await put("Sales.Key", "for all");
    expect((await put("Sales.Key", "for AWS", { configuration: "AWS" })).body).toMatchObject({
      sources: { "Sales.Key": "secrets" },
      secrets: [{ configuration: null }, { configuration: "AWS" }],
    });
    const kept = new KeptSecrets(server.folder, {});
    expect(kept.values("AWS")).toEqual({ values: { "Sales.Key": "for AWS" } });
    expect(await put("Sales.Key", "x", { configuration: "Gone" })).toMatchObject({
      status: 404,
      body: { code: "unknown-configuration" },
    });
  });

  test("can be forgotten, those of the past too", async () => {
    await put("Sales.Key", "hush");
    expect((await put("Sales.Key", null)).body).toMatchObject({ secrets: [] });
    expect((await put("Sales.Nothing", null)).status).toBe(200);
  });

  test("are kept with their type", async () => {
    await put("Sales.Pin", "7");
    expect(new KeptSecrets(server.folder, {}).values("AWS")).toEqual({ values: { "Sales.Pin": 7 } });
  });

  test("that cannot be read are said, and none is taken", async () => {
    const file = join(server.folder, ".rivulet/secrets.json");
    await writeFile(file, "{}", { mode: 0o644 });
    expect((await server.get("/api/v1/constants")).body).toMatchObject({
      problem: expect.stringContaining("chmod 600") as string,
    });
    expect(await put("Sales.Key", "hush")).toMatchObject({ status: 409, body: { code: "secrets-not-read" } });
    expect(await readFile(file, "utf8")).toBe("{}");
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

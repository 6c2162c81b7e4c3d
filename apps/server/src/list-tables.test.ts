import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { sampleTables } from "@rivulet/dynamodb/embedded";
import type { JsonObject } from "@rivulet/model";
import { describe, expect, test } from "vitest";
import { temporaryProject } from "./sample-project.test-support.ts";
import { startTestServer } from "./test-server.test-support.ts";
import { tutorial } from "./tutorial-project.test-support.ts";

describe("the microflow of the tutorial", () => {
  test("lists the sample tables of the embedded DynamoDB, which runs from its first use", async () => {
    await using server = await startTestServer({}, tutorial);
    expect(await (await fetch(server.address)).text()).toContain("Asleep");
    const { body } = await server.run("DS_ListTables");
    expect(body).toMatchObject({ status: "completed", configuration: "Embedded" });
    const names = (body["result"] as readonly JsonObject[]).map((table) => table["TableName"]);
    expect(names).toEqual(sampleTables.map(({ definition }) => definition.TableName).toSorted());
    expect(await (await fetch(server.address)).text()).toContain("us-east-1 at http://127.0.0.1:");
  });

  test("fails plainly on AWS without keys, and never falls back to the embedded tables", async () => {
    await using server = await startTestServer({}, tutorial);
    const { status, body } = await server.run("DS_ListTables", { configuration: "AWS" });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: "failed",
      configuration: "AWS",
      error: { code: "missing-credentials", activity: "Sales.DS_ListTables.credentials" },
    });
  });

  test("is described in OpenAPI with what it returns", async () => {
    await using server = await startTestServer({}, tutorial);
    const { body } = await server.get("/api/openapi.json");
    expect(JSON.stringify(body)).toContain("/api/v1/microflows/Sales.DS_ListTables/runs");
    expect(JSON.stringify(body)).toContain('"#/components/schemas/Sales.DBTable"');
  });
});

test("the catalog holds the modules and activities of the connectors, and nothing that is not data", async () => {
  await using server = await startTestServer({}, tutorial);
  const { body } = await server.get("/api/v1/catalog");
  const { modules, activities, groups } = body as unknown as {
    modules: { name: string; records: JsonObject[] }[];
    activities: { kind: string; group: string }[];
    groups: JsonObject;
  };
  expect(modules.map(({ name }) => name)).toEqual(["System", "AWSAuthentication", "AmazonDynamoDBConnector"]);
  expect(modules[2]?.records).toContainEqual(
    expect.objectContaining({ type: "entity", name: "ListTablesRequest" }),
  );
  expect(activities.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["start", "createObject", "AmazonDynamoDBConnector.ListTables"]),
  );
  expect(activities.filter(({ group }) => !(group in groups))).toEqual([]);
});

test("a server starts without the AWS SDK and OpenTelemetry", async () => {
  await using project = await temporaryProject(tutorial);
  const script = join(import.meta.dirname, "start-without-sdk.test-support.ts");
  const run = promisify(execFile)(process.execPath, ["--conditions=rivulet-source", script, project.folder]);
  expect((await run).stdout).toBe("loaded: \n");
}, 120_000);

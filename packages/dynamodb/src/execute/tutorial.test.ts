import { join } from "node:path";
import { type DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { awsAuthentication } from "@rivulet/aws/execute";
import { createEngine, type LogEntry, type RunOptions } from "@rivulet/runtime";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientOf, implementations } from "../embedded/embedded.test-support.ts";
import { type EmbeddedDynamoDB, startEmbeddedDynamoDB } from "../embedded/index.ts";
import { amazonDynamoDB } from "./connector.ts";
import { createTables } from "./execute.test-support.ts";

const engine = createEngine({ connectors: [awsAuthentication, amazonDynamoDB] });
const template = join(import.meta.dirname, "../../../../apps/cli/templates/tutorial");
const project = await engine.loadFolder(template);

/** The region that the tutorial's microflows name. */
const region = "us-east-1";

describe.each(implementations)("the tutorial on %s", (implementation) => {
  describe.each([0, 1, 3, 150])("with %i tables", (count) => {
    let dynamodb: EmbeddedDynamoDB;
    let bare: DynamoDBClient;

    beforeAll(async () => {
      dynamodb = await startEmbeddedDynamoDB({ implementation });
      bare = clientOf(await dynamodb.endpointFor(region), region);
      await createTables(bare, count);
    });
    afterAll(async () => {
      bare.destroy();
      await dynamodb.stop();
    });

    const run = async (microflow: string, options: Omit<RunOptions, "settings"> = {}) => {
      const settings = project.settings({ embedded: dynamodb });
      const outcome = await engine.run(project, `MyFirstModule.${microflow}`, { settings, ...options });
      if (outcome.status !== "completed") throw outcome.error;
      return outcome.toJson();
    };
    const tables = (names: readonly string[] = []) =>
      names.map((TableName, at) => ({ $entity: "MyFirstModule.DBTable", $id: String(at + 1), TableName }));

    test("DS_ListTables gives the names that the bare SDK gives", async () => {
      const { TableNames, LastEvaluatedTableName } = await bare.send(new ListTablesCommand({}));
      expect(TableNames).toHaveLength(Math.min(count, 100));
      expect(LastEvaluatedTableName !== undefined).toBe(count > 100);
      expect(await run("DS_ListTables")).toEqual(tables(TableNames));
    });

    test("ListAllTables goes from page to page to the end", async () => {
      const names = Array.from({ length: count }, (_, at) => `Table-${String(at).padStart(3, "0")}`);
      expect(await run("ListAllTables")).toEqual(tables(names));
      expect(await run("ListAllTables", { parameters: { PageSize: 9 } })).toEqual(tables(names));
    });

    test("CountTables counts those with a text in their name, and says so in the log", async () => {
      const log: LogEntry[] = [];
      const options = { parameters: { NamePart: "-0" }, log: (entry: LogEntry) => void log.push(entry) };
      expect(await run("CountTables", options)).toBe(Math.min(count, 100));
      expect(log.at(-1)).toMatchObject({
        node: "Tutorial",
        message: `Found ${Math.min(count, 100)} tables.`,
      });
      expect(await run("CountTables")).toBe(count);
    });
  });
});

test("a failed call names the activity at which it happened", async () => {
  const settings = project.settings({ flags: { configuration: "AWS", endpoint: "http://127.0.0.1:1" } });
  const keys = { AWS_ACCESS_KEY_ID: "AKIATEST", AWS_SECRET_ACCESS_KEY: "test" };
  const outcome = await engine.run(project, "MyFirstModule.DS_ListTables", {
    settings: { ...settings, awsEnvironment: keys },
  });
  expect(outcome).toMatchObject({
    status: "failed",
    error: {
      code: "aws-endpoint-refused",
      place: { microflow: "MyFirstModule.DS_ListTables", activity: "ds-list-tables.list-tables" },
    },
  });
});

test("a configuration without keys fails at Get static credentials, and nothing is sent", async () => {
  const settings = project.settings({ flags: { configuration: "AWS" } });
  const outcome = await engine.run(project, "MyFirstModule.DS_ListTables", { settings });
  expect(outcome).toMatchObject({
    status: "failed",
    error: { code: "missing-credentials", place: { activity: "ds-list-tables.credentials" } },
  });
});

test("a trace shows which key was used, but never its secret", async () => {
  const flags = { configuration: "AWS", endpoint: "http://127.0.0.1:1" };
  const environment = { AWS_ACCESS_KEY_ID: "AKIATEST", AWS_SECRET_ACCESS_KEY: "very-secret" };
  const settings = project.settings({ flags, environment });
  const run = engine.start(project, "MyFirstModule.DS_ListTables", { settings, trace: true });
  await run.outcome;
  const trace = JSON.stringify(run.trace());
  expect(trace).toContain("AKIATEST");
  expect(trace).not.toContain("very-secret");
});

import { type DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientOf, implementations } from "../../../embedded/embedded.test-support.ts";
import { type EmbeddedDynamoDB, startEmbeddedDynamoDB } from "../../../embedded/index.ts";
import { createTables, dynamoDBContext, listTables, listTablesInputs } from "../../execute.test-support.ts";

/** A region for each number of tables. */
const regions = { us_east_1: 0, eu_central_1: 1, eu_west_1: 3, ap_south_1: 150 } as const;

const nameOfRegion = (key: string) => key.replaceAll("_", "-");

describe.each(implementations)("ListTables on %s", (implementation) => {
  let dynamodb: EmbeddedDynamoDB;
  const clients = new Map<string, DynamoDBClient>();

  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB({ implementation });
    for (const [key, count] of Object.entries(regions)) {
      const region = nameOfRegion(key);
      const client = clientOf(await dynamodb.endpointFor(region), region);
      clients.set(key, client);
      await createTables(client, count);
    }
  });
  afterAll(async () => {
    for (const client of clients.values()) client.destroy();
    await dynamodb.stop();
  });

  const contextHere = (region?: string) =>
    dynamoDBContext({
      endpoint: { kind: "embedded", endpointFor: (each) => dynamodb.endpointFor(each) },
      region,
    });

  /** The activity and the bare SDK, with the same input. */
  const both = async (Region: string, input: { Limit?: number; ExclusiveStartTableName?: string } = {}) => {
    const context = contextHere();
    const inputs = { ...(await listTablesInputs(context, input)), Region };
    const { TableNames, LastEvaluatedTableName = null } = (await clients
      .get(Region)
      ?.send(new ListTablesCommand(input))) ?? { TableNames: undefined };
    return {
      ours: await listTables(context, inputs),
      bare: { names: TableNames, last: LastEvaluatedTableName },
    };
  };

  test.each(Object.entries(regions))(
    "gives in %s what the bare SDK gives: %i tables",
    async (region, count) => {
      const { ours, bare } = await both(region);
      expect(ours).toEqual(bare);
      expect(ours.names).toHaveLength(Math.min(count, 100));
      expect(ours.last).toBe(count > 100 ? "Table-099" : null);
    },
  );

  test("goes on behind the last table of the page before", async () => {
    const { ours, bare } = await both("ap_south_1", { ExclusiveStartTableName: "Table-099" });
    expect(ours).toEqual(bare);
    expect(ours.names).toHaveLength(50);
    expect(ours.last).toBeNull();
  });

  test("gives no more names than Limit, and the last of them", async () => {
    const { ours, bare } = await both("eu_west_1", { Limit: 2 });
    expect(ours).toEqual(bare);
    expect(ours).toEqual({ names: ["Table-000", "Table-001"], last: "Table-001" });
  });

  test("takes the region of the settings when its own is empty", async () => {
    const context = contextHere("eu-central-1");
    const page = await listTables(context, { ...(await listTablesInputs(context)), Region: null });
    expect(page.names).toEqual(["Table-000"]);
  });
});

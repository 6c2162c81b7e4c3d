import { DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "vitest";
import { copyByFlow, copyByHand, openTables, scanByFlow, tables } from "./copy-table.ts";
import { openLateAnswers } from "./late-answers.ts";

test.each([
  ["the microflow", copyByFlow],
  ["the loop by hand", copyByHand],
])("%s copies every item as it is", async (_, prepare) => {
  const surroundings = await openTables(60);
  const endpoint = surroundings.content;
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = new DynamoDBClient({ endpoint, region: "us-east-1", credentials });
  const all = async (TableName: string) => (await client.send(new ScanCommand({ TableName }))).Items;
  try {
    expect(await (await prepare(endpoint))()).toBe(60);
    const source = (await all(tables.From)) ?? [];
    expect(source).toHaveLength(60);
    expect(await all(tables.To)).toEqual(expect.arrayContaining(source));
  } finally {
    client.destroy();
    await surroundings.close();
  }
});

test("late answers have every item once, on pages of the size that was asked for", async () => {
  const surroundings = await openLateAnswers({ count: 250, pageSize: 100, latency: 1 });
  try {
    expect(await (await copyByHand(surroundings.content))()).toBe(250);
    expect(await (await scanByFlow(surroundings.content))()).toBe(250);
    expect(await (await copyByFlow(surroundings.content))()).toBe(250);
  } finally {
    await surroundings.close();
  }
});

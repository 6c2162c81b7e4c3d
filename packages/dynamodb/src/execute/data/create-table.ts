import { type ConnectionCalls, serviceEffect } from "@rivulet/aws/execute";
import type { EffectHandler } from "@rivulet/runtime";
import { dynamoDBService } from "../dynamodb-service.ts";
import type { KeyPart } from "../tables/table-description.ts";

/** A table that is wanted: paid for by the request, without indexes. */
export interface WantedTable {
  readonly name: string;
  readonly partition: KeyPart;
  readonly sort: KeyPart | null;
}

/** What the data screen does that no activity does; for {@link ConnectionCalls}, beside the effects of the connector. */
export const dataEffects: Readonly<Record<string, EffectHandler>> = {
  "AmazonDynamoDBConnector.CreateTable": serviceEffect(dynamoDBService, {
    name: "CreateTable",
    loadCommand: async () => (await import("@aws-sdk/client-dynamodb")).CreateTableCommand,
  }),
};

/** Creates a table. On AWS it takes some seconds until it is `ACTIVE`: this does not wait for it. */
export async function createTable(
  calls: ConnectionCalls,
  { name, partition, sort }: WantedTable,
): Promise<void> {
  const parts = [partition, ...(sort ? [sort] : [])];
  await calls.dynamodb("CreateTable", {
    TableName: name,
    AttributeDefinitions: parts.map((part) => ({ AttributeName: part.name, AttributeType: part.type })),
    KeySchema: parts.map((part, at) => ({ AttributeName: part.name, KeyType: at === 0 ? "HASH" : "RANGE" })),
    BillingMode: "PAY_PER_REQUEST",
  });
}

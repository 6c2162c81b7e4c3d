import { DescribeTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EntityObject, readAttribute } from "@rivulet/values";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientOf, implementations } from "../../../embedded/embedded.test-support.ts";
import { type EmbeddedDynamoDB, seedSampleTables, startEmbeddedDynamoDB } from "../../../embedded/index.ts";
import { dynamoDBContext, objectOf } from "../../execute.test-support.ts";

const region = "eu-central-1";

describe.each(implementations)("DescribeTable on %s", (implementation) => {
  let dynamodb: EmbeddedDynamoDB;
  let bare: DynamoDBClient;

  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB({ implementation, seed: seedSampleTables });
    bare = clientOf(await dynamodb.endpointFor(region), region);
  });
  afterAll(async () => {
    bare.destroy();
    await dynamodb.stop();
  });

  async function describeTable(TableName: string | null) {
    const context = dynamoDBContext({
      endpoint: { kind: "embedded", endpointFor: (each) => dynamodb.endpointFor(each) },
    });
    const response = await context.execute("AmazonDynamoDBConnector.DescribeTable", {
      DescribeTableRequest: objectOf(context, "AmazonDynamoDBConnector.DescribeTableRequest", { TableName }),
      Region: "eu_central_1",
      Credentials: await context.execute("AWSAuthentication.GetStaticCredentials"),
    });
    if (!(response instanceof EntityObject)) throw new Error("DescribeTable gave no object.");
    return { context, response };
  }

  test("tells what the bare SDK tells", async () => {
    const { response } = await describeTable("Orders");
    const { Table } = await bare.send(new DescribeTableCommand({ TableName: "Orders" }));
    const attribute = (name: string) => readAttribute(response, name);
    expect(attribute("TableName")).toBe("Orders");
    expect(attribute("TableStatus")).toBe(Table?.TableStatus);
    expect(attribute("TableARN")).toBe(Table?.TableArn);
    expect(attribute("ItemCount")).toBe(Table?.ItemCount);
    expect(attribute("CreationDateTime")).toBe(Table?.CreationDateTime?.getTime());
  });

  test("links the key and the attributes of keys, the partition key first", async () => {
    const { context, response } = await describeTable("Orders");
    const keys = context.linked("AmazonDynamoDBConnector.KeySchemaElement_DescribeTableResponse", response);
    expect(keys.map((key) => [readAttribute(key, "Key"), readAttribute(key, "KeyType")])).toEqual([
      ["CustomerId", "HASH"],
      ["OrderDate", "RANGE"],
    ]);
    const definitions = context.linked(
      "AmazonDynamoDBConnector.AttributeDefinition_DescribeTableResponse",
      response,
    );
    const types = definitions.map((one) => [readAttribute(one, "Key"), readAttribute(one, "AttributeType")]);
    expect(types).toContainEqual(["CustomerId", "String"]);
  });

  test("fails in plain words for a table that does not exist", async () => {
    await expect(describeTable("Nowhere")).rejects.toMatchObject({ code: "aws-not-found" });
  });
});

import { crc32 } from "node:zlib";
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  CreateTableCommand,
  DynamoDBClient,
  DynamoDBServiceException,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  ScanCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { implementations, tableNamed } from "../embedded.test-support.ts";
import type { EmbeddedDynamoDB } from "../embedded-dynamodb.ts";
import { startEmbeddedDynamoDB } from "../start-embedded-dynamodb.ts";
import type { AwsErrorCode } from "./aws-errors.ts";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";

const region = "eu-central-1";
const row = (id: string) => ({ Id: { S: id } });

describe.each(implementations)("the fault proxy in front of %s", (implementation) => {
  let dynamodb: EmbeddedDynamoDB;
  let proxy: FaultProxy;
  /** One attempt only: every fault reaches the test. */
  let client: DynamoDBClient;
  let patientClient: DynamoDBClient;

  beforeAll(async () => {
    dynamodb = await startEmbeddedDynamoDB({ implementation });
    proxy = await startFaultProxy({ target: await dynamodb.endpointFor(region) });
    client = clientOf({ maxAttempts: 1 });
    patientClient = clientOf({ maxAttempts: 4 });
    for (const name of ["Orders", "Customers"]) await client.send(new CreateTableCommand(tableNamed(name)));
  });
  beforeEach(() => {
    proxy.setRules([]);
    proxy.forgetRequests();
  });
  afterAll(async () => {
    client.destroy();
    patientClient.destroy();
    await proxy.stop();
    await dynamodb.stop();
  });

  const clientOf = ({ maxAttempts }: { readonly maxAttempts: number }) => {
    const credentials = { accessKeyId: "AKIATEST", secretAccessKey: "test", sessionToken: "token" };
    return new DynamoDBClient({ endpoint: proxy.endpoint, region, credentials, maxAttempts });
  };
  const idsIn = async (TableName: string) => {
    const { Items = [] } = await client.send(new ScanCommand({ TableName }));
    return Items.map(({ Id }) => Id?.S);
  };

  test("hands everything on as it came, and records it", async () => {
    await client.send(new PutItemCommand({ TableName: "Orders", Item: row("plain") }));
    const { Item } = await client.send(new GetItemCommand({ TableName: "Orders", Key: row("plain") }));
    expect(Item).toEqual(row("plain"));
    expect(proxy.requests).toMatchObject([
      { operation: "PutItem", tables: ["Orders"], region, body: { TableName: "Orders", Item: row("plain") } },
      { operation: "GetItem", headers: { "x-amz-security-token": "token" }, fault: undefined },
    ]);
  });

  test.each<[code: AwsErrorCode, status: number, message: RegExp]>([
    ["ProvisionedThroughputExceededException", 400, /provisioned throughput/],
    ["ThrottlingException", 400, /Rate of requests/],
    ["RequestLimitExceeded", 400, /throughput limit for your account/],
    ["LimitExceededException", 400, /Subscriber limit/],
    ["InternalServerError", 500, /Internal server error/],
    ["ServiceUnavailable", 503, /Unavailable/],
    ["ExpiredTokenException", 400, /is expired/],
    ["UnrecognizedClientException", 400, /token included in the request is invalid/],
    ["InvalidSignatureException", 400, /signature we calculated does not match/],
    ["MissingAuthenticationTokenException", 400, /missing Authentication Token/],
    [
      "AccessDeniedException",
      400,
      /^User: arn:aws:iam::\d{12}:user\/\w+ is not authorized to perform: dynamodb:Scan on resource: arn:aws:dynamodb:eu-central-1:\d{12}:table\/Orders because no identity-based policy allows the dynamodb:Scan action$/,
    ],
    ["ConditionalCheckFailedException", 400, /conditional request failed/],
    ["TransactionCanceledException", 400, /cancellation reasons/],
    ["TransactionConflictException", 400, /ongoing for the item/],
  ])("answers with %s as AWS does, and the SDK understands it", async (code, status, message) => {
    proxy.setRules([{ effect: { kind: "error", code } }]);
    const error = await failureOf(client.send(new ScanCommand({ TableName: "Orders" })));
    expect(error).toBeInstanceOf(DynamoDBServiceException);
    expect(error).toMatchObject({
      name: code,
      message: expect.stringMatching(message) as string,
      $metadata: { httpStatusCode: status, requestId: expect.stringMatching(/^[0-9A-Z]{52}$/) as string },
    });
  });

  test("an error may carry another message and more fields", async () => {
    const effect = {
      kind: "error",
      code: "ConditionalCheckFailedException",
      message: "Somebody was faster",
      fields: { Item: row("theirs") },
    } as const;
    proxy.setRules([{ operation: "PutItem", table: "Orders", effect }]);
    const error = await failureOf(
      client.send(new PutItemCommand({ TableName: "Orders", Item: row("ours") })),
    );
    expect(error).toBeInstanceOf(ConditionalCheckFailedException);
    expect(error).toMatchObject({ message: "Somebody was faster", Item: row("theirs") });
    await client.send(new PutItemCommand({ TableName: "Customers", Item: row("elsewhere") }));
  });

  test("a cancelled transaction names a reason for each of its actions", async () => {
    proxy.setRules([{ effect: { kind: "error", code: "TransactionCanceledException" } }]);
    const TransactItems = ["a", "b"].map((id) => ({ Put: { TableName: "Orders", Item: row(id) } }));
    const error = await failureOf(client.send(new TransactWriteItemsCommand({ TransactItems })));
    expect(error).toBeInstanceOf(TransactionCanceledException);
    expect(error).toMatchObject({
      message: expect.stringContaining("[ConditionalCheckFailed, None]") as string,
      CancellationReasons: [{ Code: "ConditionalCheckFailed" }, { Code: "None" }],
    });
  });

  test.each<AwsErrorCode>([
    "ThrottlingException",
    "ProvisionedThroughputExceededException",
    "InternalServerError",
  ])("the SDK tries again after %s, until the rule's calls are over", async (code) => {
    proxy.setRules([{ operation: "ListTables", calls: { to: 2 }, effect: { kind: "error", code } }]);
    const { TableNames, $metadata } = await patientClient.send(new ListTablesCommand({}));
    expect(TableNames).toEqual(["Customers", "Orders"]);
    expect($metadata.attempts).toBe(3);
    expect(proxy.requests).toHaveLength(3);
  });

  test("half of a batch of writes is refused, and only the other half is done", async () => {
    proxy.setRules([{ operation: "BatchWriteItem", calls: 1, effect: { kind: "unprocessed" } }]);
    const put = (id: string) => ({ PutRequest: { Item: row(id) } });
    const RequestItems = { Orders: [put("w1"), put("w2")], Customers: [put("w3"), put("w4")] };
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems }));
    expect(UnprocessedItems).toEqual({ Customers: RequestItems.Customers });
    expect(await idsIn("Orders")).toEqual(expect.arrayContaining(["w1", "w2"]));
    expect(await idsIn("Customers")).not.toContain("w3");
    const second = await client.send(new BatchWriteItemCommand({ RequestItems: UnprocessedItems }));
    expect(second.UnprocessedItems).toEqual({});
    expect(await idsIn("Customers")).toEqual(expect.arrayContaining(["w3", "w4"]));
  });

  test.each([
    [0, [], ["r1", "r2", "r3"]],
    [1, ["r1"], ["r2", "r3"]],
    [9, ["r1", "r2", "r3"], undefined],
  ])("of a batch of three keys, %d are processed", async (processed, found, left) => {
    for (const id of ["r1", "r2", "r3"])
      await client.send(new PutItemCommand({ TableName: "Orders", Item: row(id) }));
    proxy.setRules([{ operation: "BatchGetItem", effect: { kind: "unprocessed", processed } }]);
    const Orders = { Keys: ["r1", "r2", "r3"].map(row), ProjectionExpression: "Id" };
    const answer = await client.send(new BatchGetItemCommand({ RequestItems: { Orders } }));
    expect(new Set(answer.Responses?.["Orders"]?.map(({ Id }) => Id?.S))).toEqual(new Set(found));
    expect(answer.UnprocessedKeys?.["Orders"]).toEqual(left && { ...Orders, Keys: left.map(row) });
  });

  test("an effect for batches leaves other operations alone", async () => {
    proxy.setRules([{ effect: { kind: "unprocessed" } }]);
    await expect(client.send(new ListTablesCommand({}))).resolves.toMatchObject({
      TableNames: ["Customers", "Orders"],
    });
  });

  test("a late answer is longer on its way than an impatient client waits, and may be given up", async () => {
    proxy.setRules([{ calls: 1, effect: { kind: "latency", milliseconds: 60_000 } }]);
    const abortSignal = AbortSignal.timeout(50);
    const error = await failureOf(client.send(new ListTablesCommand({}), { abortSignal }));
    expect(error).toMatchObject({ name: "AbortError" });
    await client.send(new ListTablesCommand({}));
    expect(proxy.requests.map(({ delayMilliseconds }) => delayMilliseconds)).toEqual([60_000, 0]);
  });

  test.each([
    ["before-request", false],
    ["before-answer", true],
    ["in-answer", true],
  ] as const)("a connection cut %s fails; that the target was asked is %s", async (at, isWritten) => {
    proxy.setRules([{ operation: "PutItem", effect: { kind: "cut", at } }]);
    const error = await failureOf(
      client.send(new PutItemCommand({ TableName: "Orders", Item: row(`cut ${at}`) })),
    );
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(DynamoDBServiceException);
    expect((await idsIn("Orders")).includes(`cut ${at}`)).toBe(isWritten);
  });

  test("refused connections are refused until they are accepted again", async () => {
    await proxy.refuseConnections();
    // A new client: the other one may have an idle connection of which it has not yet seen the end.
    const newClient = clientOf({ maxAttempts: 1 });
    expect(await failureOf(newClient.send(new ListTablesCommand({})))).toMatchObject({
      code: "ECONNREFUSED",
    });
    newClient.destroy();
    await proxy.acceptConnections();
    await expect(client.send(new ListTablesCommand({}))).resolves.toMatchObject({
      TableNames: ["Customers", "Orders"],
    });
  });

  test.each([
    ["an error", { kind: "error", code: "ThrottlingException" }],
    ["a changed answer", { kind: "unprocessed" }],
    ["an untouched answer", undefined],
  ] as const)("%s has the checksum of its body", async (_name, effect) => {
    proxy.setRules(effect === undefined ? [] : [{ effect }]);
    const body = JSON.stringify({ RequestItems: { Orders: { Keys: [row("c1"), row("c2")] } } });
    const headers = {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": "DynamoDB_20120810.BatchGetItem",
      "x-amz-date": "20260101T000000Z",
      authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
    };
    const response = await fetch(proxy.endpoint, { method: "POST", body, headers });
    const received = Buffer.from(await response.arrayBuffer());
    expect(Number(response.headers.get("x-amz-crc32"))).toBe(crc32(received));
    expect(response.headers.get("content-type")).toBe("application/x-amz-json-1.0");
  });
});

test("a target that is not there looks like a broken connection", async () => {
  await using proxy = await startFaultProxy({ target: "http://127.0.0.1:9" });
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = new DynamoDBClient({ endpoint: proxy.endpoint, region, credentials, maxAttempts: 1 });
  expect(await failureOf(client.send(new ListTablesCommand({})))).toMatchObject({ code: "ECONNRESET" });
  client.destroy();
});

async function failureOf(sent: Promise<unknown>): Promise<unknown> {
  return sent.then(
    () => "It did not fail.",
    (error: unknown) => error,
  );
}

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";

/** A stand-in for DynamoDB that refuses every key. */
let refusing: Server;
let url: string;
beforeAll(async () => {
  refusing = createServer((request, response) => {
    request.resume();
    response.writeHead(400, {
      "content-type": "application/x-amz-json-1.0",
      "x-amzn-requestid": "request-7",
    });
    response.end(
      JSON.stringify({
        __type: "com.amazon.coral.service#UnrecognizedClientException",
        message: "The security token included in the request is invalid.",
      }),
    );
  });
  await new Promise<void>((resolve) => {
    refusing.listen(0, "127.0.0.1", resolve);
  });
  url = `http://127.0.0.1:${(refusing.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => refusing.close(resolve)));

let server: TestServer | undefined;
afterEach(() => server?.[Symbol.asyncDispose]());

const connectors = [
  { module: "AWSAuthentication", version: "1.0.0" },
  { module: "AmazonDynamoDBConnector", version: "1.0.0" },
];

async function testOf(name: string, environment: Readonly<Record<string, string>> = {}) {
  server = await startTestServer(
    { environment },
    {
      connectors,
      configurations: [
        { name: "Refusing", kind: "aws", endpoint: url, region: "eu-central-1", constants: {} },
        { name: "Nowhere", kind: "aws", constants: {} },
        { name: "Embedded", kind: "embedded", constants: {} },
      ],
    },
  );
  return server.send("POST", "/api/v1/connection-tests", { name });
}

const keys = { AWS_ACCESS_KEY_ID: "AKIATEST", AWS_SECRET_ACCESS_KEY: "a long secret" };

test("a connection that AWS refuses is told in its words", async () => {
  const { status, body } = await testOf("Refusing", keys);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    configuration: "Refusing",
    isWorking: false,
    isAws: false,
    endpoint: url,
    region: "eu-central-1",
    isRegionChosen: true,
    error: {
      code: "aws-credentials-refused",
      message: expect.stringContaining(
        "UnrecognizedClientException: The security token included in the request is invalid",
      ),
      details: { requestId: "request-7" },
    },
  });
  expect(JSON.stringify(body)).not.toContain("a long secret");
});

test("a connection without keys names the constants that are empty", async () => {
  const { body } = await testOf("Refusing");
  expect(body).toMatchObject({
    isWorking: false,
    error: { code: "missing-credentials" },
    emptyConstants: expect.arrayContaining([
      "AWSAuthentication.AccessKey",
      "AWSAuthentication.SecretAccessKey",
    ]),
  });
});

test("a connection to AWS without a region asks nobody", async () => {
  const { body } = await testOf("Nowhere", keys);
  expect(body).toMatchObject({
    isWorking: false,
    isAws: true,
    error: { code: "missing-region", message: expect.stringMatching(/^Configuration Nowhere has no region/) },
  });
});

test("a new configuration for the embedded DynamoDB is tested in a region that it names", async () => {
  const { body } = await testOf("Embedded");
  expect(body).toMatchObject({ region: "us-east-1", isRegionChosen: false, isAws: false, endpoint: null });
  expect(body).toMatchObject({ isWorking: true, error: null });
});

test("a configuration for the embedded DynamoDB is tested in the region of the environment", async () => {
  const { body } = await testOf("Embedded", { AWS_REGION: "eu-west-1" });
  expect(body).toMatchObject({ region: "eu-west-1", isRegionChosen: true, isWorking: true });
});

test("a configuration that does not exist is not tested", async () => {
  expect(await testOf("Gone")).toMatchObject({ status: 404, body: { code: "unknown-configuration" } });
});

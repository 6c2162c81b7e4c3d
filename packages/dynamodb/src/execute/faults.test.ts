import { createServer } from "node:http";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { type SdkCommand, watchCalls } from "@rivulet/aws/execute";
import { FlowError } from "@rivulet/runtime";
import type { ActivityContext } from "@rivulet/testkit";
import type { Value } from "@rivulet/values";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import {
  type AwsErrorCode,
  type EmbeddedDynamoDB,
  type FaultEffect,
  type FaultProxy,
  startEmbeddedDynamoDB,
  startFaultProxy,
} from "../embedded/index.ts";
import { configureClient, dynamoDBContext, listTables, listTablesInputs } from "./execute.test-support.ts";

const region = "eu-central-1";

/** How ListTables fails with a client configuration, and with how many retries. */
async function failureOf(
  context: ActivityContext,
  config: Readonly<Record<string, Value>> & { readonly retries: number } = { retries: 0 },
): Promise<FlowError> {
  const inputs = await listTablesInputs(context);
  configureClient(context, inputs.ListTablesRequest, config);
  const failure: unknown = await listTables(context, inputs).catch((error: unknown) => error);
  if (failure instanceof FlowError) return failure;
  throw new Error("ListTables did not fail with a FlowError.", { cause: failure });
}

let dynamodb: EmbeddedDynamoDB;
let proxy: FaultProxy;

beforeAll(async () => {
  dynamodb = await startEmbeddedDynamoDB({});
  proxy = await startFaultProxy({ target: await dynamodb.endpointFor(region) });
});
beforeEach(() => {
  proxy.setRules([]);
  proxy.forgetRequests();
});
afterAll(async () => {
  await proxy.stop();
  await dynamodb.stop();
});

const contextHere = (signal?: AbortSignal) =>
  dynamoDBContext({ endpoint: { kind: "explicit", url: proxy.endpoint } }, signal);

describe("an error of AWS is told in plain words, with its code and request id", () => {
  const firm = (code: string, message: RegExp) => ({ code, message, isRetryable: false });
  const passing = (code: string, message: RegExp) => ({ code, message, isRetryable: true });

  test.each<[AwsErrorCode, ReturnType<typeof firm>]>([
    [
      "ExpiredTokenException",
      firm(
        "aws-expired-token",
        /^ListTables failed: the temporary credentials have expired \(ExpiredTokenException: The security token included in the request is expired\)\. Get new ones and run again\.$/,
      ),
    ],
    [
      "UnrecognizedClientException",
      firm(
        "aws-credentials-refused",
        /does not accept the keys \(UnrecognizedClientException: .*Check AWSAuthentication\.AccessKey and AWSAuthentication\.SecretAccessKey/,
      ),
    ],
    [
      "InvalidSignatureException",
      firm("aws-credentials-refused", /does not accept the keys \(InvalidSignatureException: /),
    ],
    [
      "MissingAuthenticationTokenException",
      firm("aws-credentials-refused", /\(MissingAuthenticationTokenException: /),
    ],
    [
      "AccessDeniedException",
      firm(
        "aws-access-denied",
        /^ListTables failed: the keys may not do dynamodb:ListTables in eu-central-1 \(AccessDeniedException: User: .*\)\. Allow that action in an IAM policy of their user or role\.$/,
      ),
    ],
    [
      "ThrottlingException",
      passing("aws-throttled", /throttled all of 1 attempt \(ThrottlingException: Rate/),
    ],
    ["ProvisionedThroughputExceededException", passing("aws-throttled", /raise the capacity of the table/)],
    ["RequestLimitExceeded", passing("aws-throttled", /RequestLimitExceeded: Throughput exceeds/)],
    ["LimitExceededException", passing("aws-limit-exceeded", /a limit of the account was reached/)],
    ["InternalServerError", passing("aws-server-error", /failed in 1 attempt \(InternalServerError: /)],
    ["ServiceUnavailable", passing("aws-server-error", /Try again later\.$/)],
  ])("%s", async (awsCode, expected) => {
    proxy.setRules([{ operation: "ListTables", effect: { kind: "error", code: awsCode } }]);
    const { code, message, isRetryable, details } = await failureOf(contextHere());
    expect({ code, isRetryable }).toEqual({ code: expected.code, isRetryable: expected.isRetryable });
    expect(message).toMatch(expected.message);
    expect(details).toMatchObject({
      awsCode,
      requestId: expect.stringMatching(/^[0-9A-Z]{52}$/),
      httpStatus: expect.any(Number),
      operation: "ListTables",
      region,
      endpoint: proxy.endpoint,
      attempts: 1,
    });
  });
});

test("what is throttled to the end was tried as often as allowed, and each retry is in the log", async () => {
  proxy.setRules([{ effect: { kind: "error", code: "ThrottlingException" } }]);
  const context = contextHere();
  const { code, message, details } = await failureOf(context, { retries: 2 });
  expect(code).toBe("aws-throttled");
  expect(message).toContain("throttled all of 3 attempts");
  expect(details).toMatchObject({ attempts: 3 });
  expect(proxy.requests).toHaveLength(3);
  const reason = "ThrottlingException: Rate of requests exceeds the allowed throughput.";
  expect(context.logged).toMatchObject([
    { level: "warning", node: "AmazonDynamoDBConnector", message: `ListTables: attempt 2 after ${reason}` },
    { level: "warning", node: "AmazonDynamoDBConnector", message: `ListTables: attempt 3 after ${reason}` },
  ]);
});

test("a passing error is only in the log", async () => {
  proxy.setRules([{ calls: 1, effect: { kind: "error", code: "InternalServerError" } }]);
  const context = contextHere();
  expect(await listTables(context, await listTablesInputs(context))).toEqual({ names: [], last: null });
  expect(context.logged).toMatchObject([
    { message: "ListTables: attempt 2 after InternalServerError: Internal server error" },
  ]);
});

test("retries are bounded when the request does not say how often", async () => {
  proxy.setRules([{ effect: { kind: "error", code: "InternalServerError" } }]);
  const context = contextHere();
  await expect(listTables(context, await listTablesInputs(context))).rejects.toMatchObject({
    details: { attempts: 4 },
  });
});

describe("what the network does is told in plain words", () => {
  test("nothing listens", async () => {
    await proxy.refuseConnections();
    // The first attempt may find that the connection of the test before is gone.
    const { code, message, details } = await failureOf(contextHere(), { retries: 2 });
    await proxy.acceptConnections();
    expect(code).toBe("aws-endpoint-refused");
    expect(message).toContain(`nothing answers at ${proxy.endpoint} (ECONNREFUSED`);
    expect(message).toContain("Correct the endpoint: EndpointUrl of the request, --endpoint");
    expect(details).toMatchObject({ awsCode: "ECONNREFUSED", requestId: null, httpStatus: null });
  });

  test("nobody knows the host", async () => {
    const context = dynamoDBContext({ endpoint: { kind: "explicit", url: "http://nowhere.invalid" } });
    const { code, message } = await failureOf(context);
    expect(code).toBe("aws-unknown-host");
    expect(message).toContain("http://nowhere.invalid cannot be found (");
  });

  test.each(["before-request", "before-answer", "in-answer"] as const)(
    "the connection breaks %s",
    async (at) => {
      const effect: FaultEffect = { kind: "cut", at };
      proxy.setRules([{ effect }]);
      const { code, message, isRetryable } = await failureOf(contextHere());
      expect({ code, isRetryable }).toEqual({ code: "aws-connection-lost", isRetryable: true });
      expect(message).toContain("broke before the answer was complete, in 1 attempt");
    },
  );

  test.each([
    ["ApiTimeOutInMs", "did not answer within the 50 ms that ApiTimeOutInMs allows"],
    ["ApiAttemptTimeOutInMs", "did not answer in time, in 1 attempt"],
  ])("no answer comes within %s", async (attribute, told) => {
    proxy.setRules([{ effect: { kind: "latency", milliseconds: 60_000 } }]);
    const { code, message } = await failureOf(contextHere(), { retries: 0, [attribute]: 50 });
    expect(code).toBe("aws-timeout");
    expect(message).toContain(told);
  });

  test("something answers that is not DynamoDB", async () => {
    const server = createServer((_, response) => response.end("<html>Welcome</html>"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const context = dynamoDBContext({ endpoint: { kind: "explicit", url: `http://127.0.0.1:${port}` } });
    const { code, message } = await failureOf(context);
    server.closeAllConnections();
    server.close();
    expect(code).toBe("aws-unexpected-answer");
    expect(message).toContain("answered something that cannot be understood");
  });
});

describe("a run that is cancelled", () => {
  test("does not wait for an answer", async () => {
    proxy.setRules([{ effect: { kind: "latency", milliseconds: 60_000 } }]);
    const controller = new AbortController();
    const failing = failureOf(contextHere(controller.signal));
    await vi.waitFor(() => expect(proxy.requests).toHaveLength(1));
    controller.abort();
    expect(await failing).toMatchObject({ code: "cancelled", message: "The run was cancelled." });
  });

  test("sends nothing when it was cancelled before", async () => {
    expect(await failureOf(contextHere(AbortSignal.abort()))).toMatchObject({ code: "cancelled" });
    expect(proxy.requests).toEqual([]);
  });

  test("tells the reason for which the runtime ended it", async () => {
    const reason = new FlowError({ code: "wall-clock-limit", message: "The run took too long." });
    expect(await failureOf(contextHere(AbortSignal.abort(reason)))).toBe(reason);
  });

  test("does not wait for the next attempt", async () => {
    proxy.setRules([{ effect: { kind: "error", code: "ThrottlingException" } }]);
    const pausing = Promise.withResolvers<void>();
    const retryStrategy = {
      acquireInitialRetryToken: async () => ({ getRetryCount: () => 0, getRetryDelay: () => 0 }),
      refreshRetryTokenForRetry: () => {
        pausing.resolve();
        return new Promise<never>(() => {});
      },
      recordSuccess: () => {},
    };
    const credentials = { accessKeyId: "test", secretAccessKey: "test" };
    const client = watchCalls<SdkCommand>(
      new DynamoDBClient({
        endpoint: proxy.endpoint,
        region,
        credentials,
        retryStrategy,
        cacheMiddleware: true,
      }),
    );
    const controller = new AbortController();
    const watcher = { signal: controller.signal, onRetry: () => {} };
    const sent = client.send(new ListTablesCommand({}), watcher);
    await pausing.promise;
    controller.abort();
    await expect(sent).rejects.toMatchObject({ name: "AbortError" });
    client.destroy();
  });
});

test("a request that AWS does not take is told with the reason of AWS", async () => {
  const context = contextHere();
  const inputs = await listTablesInputs(context, { Limit: 1000 });
  await expect(listTables(context, inputs)).rejects.toMatchObject({
    code: "aws-validation",
    isRetryable: false,
    message: expect.stringContaining(
      "AWS does not take the request (ValidationException: 1 validation error",
    ),
  });
});

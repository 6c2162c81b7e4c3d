import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { activityContext } from "@rivulet/testkit";
import { writeAttribute } from "@rivulet/values";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { awsAuthentication } from "../../connector.ts";
import { isSignedWith } from "../../signing/verify-signature.test-support.ts";

const identity = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:me</Arn><UserId>me</UserId><Account>1</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></GetCallerIdentityResponse>`;
const refusal = (code: string, message: string) =>
  `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r-2</RequestId></ErrorResponse>`;

/** The Security Token Service: knows one key. */
let service: Server;
let url: string;
let calls = 0;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  calls += 1;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const headers = request.headers as Readonly<Record<string, string>>;
  const arrived = { method: request.method ?? "", target: request.url ?? "", headers, body };
  const isGood = isSignedWith("right", arrived) && body.includes("Action=GetCallerIdentity");
  response.writeHead(isGood ? 200 : 403, { "content-type": "text/xml" });
  response.end(isGood ? identity : refusal("SignatureDoesNotMatch", "The signature does not match."));
}

beforeAll(async () => {
  service = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => {
    service.listen(0, "127.0.0.1", resolve);
  });
  url = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
});
beforeEach(() => {
  calls = 0;
});
afterAll(() => new Promise((resolve) => service.close(resolve)));

function contextAt(address: string) {
  return activityContext({
    connectors: [awsAuthentication],
    settings: { awsEnvironment: { AWS_ENDPOINT_URL_STS: address } },
  });
}

async function validate(context: ReturnType<typeof contextAt>, secret: string) {
  const credentials = context.create("AWSAuthentication.Credentials");
  writeAttribute(credentials, "AccessKey", "AKIA");
  writeAttribute(credentials, "SecretAccessKey", secret);
  const inputs = { Credentials: credentials, ENUM_Region: "eu_central_1" };
  return context.execute("AWSAuthentication.ValidateCredentials", inputs);
}

test("keys that AWS takes are valid", async () => {
  const context = contextAt(url);
  expect(await validate(context, "right")).toBe(true);
  expect(calls).toBe(1);
  expect(context.logged).toEqual([]);
});

test("keys that AWS refuses are not, and the log has its words", async () => {
  const context = contextAt(url);
  expect(await validate(context, "wrong")).toBe(false);
  expect(context.logged).toMatchObject([
    {
      level: "error",
      message: expect.stringContaining("SignatureDoesNotMatch: The signature does not match"),
    },
  ]);
});

test("no keys at all are a failure, not an answer", async () => {
  await expect(validate(contextAt(url), "")).rejects.toMatchObject({ code: "missing-credentials" });
});

test("an embedded configuration has nobody to ask", async () => {
  const context = activityContext({
    connectors: [awsAuthentication],
    settings: { endpoint: { kind: "embedded", endpointFor: async () => url } },
  });
  expect(await validate(context, "any")).toBe(true);
  expect(calls).toBe(0);
});

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer } from "../test-server.test-support.ts";

/** Counts who comes; answers every request by sending the caller on to the other one. */
interface Listener {
  readonly url: string;
  readonly visits: string[];
  readonly server: Server;
}

async function listen(onward: () => string): Promise<Listener> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    request.resume();
    visits.push(request.url ?? "");
    response.writeHead(307, { location: onward(), "x-amzn-requestid": "1" }).end("{}");
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, visits, server };
}

let inner: Listener;
let outer: Listener;
beforeAll(async () => {
  inner = await listen(() => "/");
  outer = await listen(() => `${inner.url}/latest/meta-data/`);
});
afterAll(() => {
  inner.server.close();
  outer.server.close();
});

const keys = { AWS_ACCESS_KEY_ID: "AKIATEST", AWS_SECRET_ACCESS_KEY: "a long secret" };
const connectors = [
  { module: "AWSAuthentication", version: "1.0.0" },
  { module: "AmazonDynamoDBConnector", version: "1.0.0" },
];

/** What the test of a connection says whose endpoint is this. */
async function testOf(endpoint: string, environment: Readonly<Record<string, string>> = {}) {
  await using server = await startTestServer(
    { environment: { ...keys, ...environment } },
    {
      connectors,
      configurations: [{ name: "Odd", kind: "aws", endpoint, region: "eu-central-1", constants: {} }],
    },
  );
  const { body } = await server.send("POST", "/api/v1/connection-tests", { name: "Odd" });
  return body["error"] as { readonly code: string; readonly message: string } | null;
}

describe("the endpoint of a configuration", () => {
  test.each([
    "http://169.254.169.254/latest/meta-data/",
    "http://2852039166",
    "http://0xa9.0xfe.0xa9.0xfe",
    "http://[::ffff:169.254.169.254]",
    "http://[fd00:ec2::254]",
    "http://10.0.0.1",
    "http://192.168.1.1:8000",
    "https://example.com",
    "http://metadata.google.internal",
  ])("%s is not called", async (endpoint) => {
    expect(await testOf(endpoint)).toMatchObject({ code: "endpoint-refused" });
  });

  test("is called on this machine, and its redirects lead nowhere", async () => {
    outer.visits.length = 0;
    expect(await testOf(outer.url)).not.toMatchObject({ code: "endpoint-refused" });
    expect(outer.visits.length).toBeGreaterThan(0);
    expect(inner.visits).toEqual([]);
  });

  test("is not called where its name leads to metadata, even when all names are allowed", async () => {
    const error = await testOf("http://169-254-169-254.invalid", { RIVULET_ALLOWED_ENDPOINTS: "*" });
    expect(error).not.toBeNull();
    expect(await testOf("http://2852039166", { RIVULET_ALLOWED_ENDPOINTS: "*" })).toMatchObject({
      code: "endpoint-refused",
    });
  });
});

test("no error shows a key", async () => {
  expect(JSON.stringify(await testOf("http://10.0.0.1"))).not.toContain("a long secret");
});

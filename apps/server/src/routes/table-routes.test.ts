import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { JsonObject } from "@rivulet/model";
import { afterEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";

const connectors = [
  { module: "AWSAuthentication", version: "1.0.0" },
  { module: "AmazonDynamoDBConnector", version: "1.0.0" },
];
const environment = { AWS_ACCESS_KEY_ID: "AKIATEST", AWS_SECRET_ACCESS_KEY: "a long secret" };

let server: TestServer | undefined;
let standIn: Server | undefined;
afterEach(async () => {
  await server?.[Symbol.asyncDispose]();
  standIn?.closeAllConnections();
  standIn?.close();
});

type Asked = { readonly operation: string; readonly input: JsonObject };

/** A stand-in for a DynamoDB that no emulator can be: huge, silent, or closed to some. */
async function standInFor(answer: (asked: Asked, response: ServerResponse) => void) {
  const calls: Asked[] = [];
  const endpoint = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const operation = String(request.headers["x-amz-target"]).split(".").at(-1) ?? "";
      const input = JSON.parse(Buffer.concat(parts).toString() || "{}") as JsonObject;
      calls.push({ operation, input });
      response.setHeader("content-type", "application/x-amz-json-1.0");
      answer({ operation, input }, response);
    });
  });
  standIn = endpoint;
  await new Promise<void>((resolve) => void endpoint.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}`;
  return { url, calls };
}

async function start(configuration: JsonObject) {
  server = await startTestServer({ environment }, {
    connectors,
    configurations: [{ name: "Own", constants: {}, ...configuration }],
  } as never);
  return server;
}

const behind = (url: string) => start({ kind: "aws", endpoint: url, region: "eu-central-1" });

function refuse(response: ServerResponse, type: string, message: string) {
  response.statusCode = 400;
  response.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message }));
}

test("without a configuration nothing is known of tables, which is no error; looking them up is one", async () => {
  server = await startTestServer({ environment }, { connectors, configurations: [] } as never);
  const known = await server.get("/api/v1/tables");
  expect([known.status, known.body]).toEqual([200, { configuration: null, regions: [] }]);
  expect((await server.send("POST", "/api/v1/table-lookups", {})).status).toBe(404);
});

test("the tables of the embedded DynamoDB are found with their keys, and are known from then on", async () => {
  const own = await start({ kind: "embedded" });
  expect((await own.get("/api/v1/tables")).body).toEqual({ configuration: "Own", regions: [] });
  const { status, body } = await own.send("POST", "/api/v1/table-lookups", {
    regions: ["eu_west_1"],
    tables: ["Orders", "Gone"],
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    regions: [
      {
        region: "eu_west_1",
        place: "eu-west-1 of the embedded DynamoDB",
        names: ["Customers", "Orders", "Products"],
        isCut: false,
        error: null,
        tables: [
          {
            name: "Orders",
            key: [
              { name: "CustomerId", role: "partition key" },
              { name: "OrderDate", role: "sort key", entities: ["AmazonDynamoDBConnector.KeyValueString"] },
            ],
          },
          { name: "Gone", key: null },
        ],
      },
    ],
  });
  expect((await own.get("/api/v1/tables")).body).toEqual(body);
});

test("of ten thousand tables a thousand names are listed, and what is asked for is described once", async () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `table-${String(at).padStart(5, "0")}`);
  const { url, calls } = await standInFor(({ operation, input }, response) => {
    if (operation === "DescribeTable") {
      const KeySchema = [{ AttributeName: "Id", KeyType: "HASH" }];
      const AttributeDefinitions = [{ AttributeName: "Id", AttributeType: "N" }];
      return response.end(JSON.stringify({ Table: { KeySchema, AttributeDefinitions } }));
    }
    const from = names.indexOf(String(input["ExclusiveStartTableName"])) + 1;
    const TableNames = names.slice(from, from + Number(input["Limit"]));
    return response.end(JSON.stringify({ TableNames, LastEvaluatedTableName: TableNames.at(-1) }));
  });
  const own = await behind(url);
  const ask = () => own.send("POST", "/api/v1/table-lookups", { tables: ["table-09999"] });
  const answers = await Promise.all([ask(), ask(), ask()]);
  for (const { body } of answers) {
    const [region] = body["regions"] as JsonObject[];
    expect(region).toMatchObject({ isCut: true, error: null, region: "eu_central_1" });
    expect(region?.["names"]).toHaveLength(1_000);
    expect(region?.["tables"]).toMatchObject([
      { key: [{ name: "Id", entities: expect.arrayContaining(["AmazonDynamoDBConnector.KeyValueLong"]) }] },
    ]);
  }
  expect(calls.filter(({ operation }) => operation === "ListTables")).toHaveLength(10);
  expect(calls.filter(({ operation }) => operation === "DescribeTable")).toHaveLength(1);
});

test("who asks anew is answered anew", async () => {
  const { url, calls } = await standInFor((_, response) =>
    response.end(JSON.stringify({ TableNames: ["One"] })),
  );
  const own = await behind(url);
  await own.send("POST", "/api/v1/table-lookups", {});
  await own.send("POST", "/api/v1/table-lookups", {});
  expect(calls).toHaveLength(1);
  await own.send("POST", "/api/v1/table-lookups", { isAnew: true });
  expect(calls).toHaveLength(2);
});

test("who may not list tables still gets those that he names", async () => {
  const { url } = await standInFor(({ operation }, response) =>
    operation === "ListTables"
      ? refuse(response, "AccessDeniedException", "not authorized")
      : response.end(JSON.stringify({ Table: { KeySchema: [], AttributeDefinitions: [] } })),
  );
  const own = await behind(url);
  const { body } = await own.send("POST", "/api/v1/table-lookups", { tables: ["Mine"] });
  expect(body["regions"]).toMatchObject([
    { names: [], tables: [{ name: "Mine" }], error: { code: "aws-access-denied" } },
  ]);
});

test("an endpoint that never answers is given up, and nobody waits for it a second time", async () => {
  const { url, calls } = await standInFor(() => undefined);
  const own = await behind(url);
  const { status, body } = await own.send("POST", "/api/v1/table-lookups", { tables: ["Mine"] });
  expect(status).toBe(200);
  expect(body["regions"]).toMatchObject([{ names: [], tables: [], error: { code: "aws-timeout" } }]);
  const asked = calls.length;
  await own.send("POST", "/api/v1/table-lookups", { tables: ["Other"] });
  expect(calls).toHaveLength(asked);
}, 30_000);

test("without keys nobody is asked, and the answer says why", async () => {
  const { url, calls } = await standInFor((_, response) => response.end("{}"));
  server = await startTestServer(
    { environment: {} },
    {
      connectors,
      configurations: [{ name: "Own", kind: "aws", endpoint: url, region: "eu-central-1", constants: {} }],
    },
  );
  const { body } = await server.send("POST", "/api/v1/table-lookups", {});
  expect(body["regions"]).toMatchObject([{ error: { code: "missing-credentials" } }]);
  expect(calls).toEqual([]);
});

describe("a question that is none is refused before anybody is asked", () => {
  test.each<[string, JsonObject]>([
    ["a name of 10,000 letters", { tables: ["x".repeat(10_000)] }],
    ["a name with a line end", { tables: ["Orders\r\nx-evil: 1"] }],
    ["too many tables", { tables: Array.from({ length: 101 }, (_, at) => `table-${at}`) }],
    ["too many regions", { regions: Array.from({ length: 9 }, (_, at) => `region_${at}`) }],
    ["a region that is an address", { regions: ["evil.example/"] }],
    ["something else", { regions: {} }],
  ])("%s", async (_, question) => {
    const { url, calls } = await standInFor((__, response) => response.end("{}"));
    const own = await behind(url);
    expect((await own.send("POST", "/api/v1/table-lookups", question)).status).toBe(400);
    expect(calls).toEqual([]);
  });
});

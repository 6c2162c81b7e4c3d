import { createServer, type RequestOptions, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AddressKind, addressKind } from "./address-kind.ts";
import { isAllowedHost } from "./allowed-hosts.ts";
import { checkedEndpoint, type EndpointOrigin } from "./checked-endpoint.ts";
import { guardedLookup } from "./guarded-lookup.ts";

test.each<[AddressKind, readonly string[]]>([
  [
    "loopback",
    ["127.0.0.1", "127.255.255.254", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1", "64:ff9b::7f00:1"],
  ],
  [
    "forbidden",
    [
      "169.254.169.254",
      "169.254.170.2",
      "0.0.0.0",
      "100.100.100.200",
      "168.63.129.16",
      "224.0.0.1",
      "255.255.255.255",
      "::",
      "::7f00:1",
      "::169.254.169.254",
      "::ffff:169.254.169.254",
      "::FFFF:A9FE:A9FE",
      "0:0:0:0:0:ffff:a9fe:a9fe",
      "64:ff9b::a9fe:a9fe",
      "64:ff9b::169.254.169.254",
      "64:ff9b:1::a9fe:a9fe",
      "2002:a9fe:a9fe::1",
      "2001:0:a9fe:a9fe::",
      "fd00:ec2::254",
      "fe80::1",
      "fe80::1%eth0",
      "ff02::1",
      "not an address",
      "",
    ],
  ],
  ["other", ["10.0.0.1", "192.168.1.1", "8.8.8.8", "2600:1f00::1", "fd12:3456::1", "64:ff9b::808:808"]],
])("an address is %s in every spelling", (kind, addresses) => {
  expect(addresses.map((address) => [address, addressKind(address)])).toEqual(
    addresses.map((address) => [address, kind]),
  );
});

const ofProject: EndpointOrigin = { name: "the endpoint", givenBy: "project", environment: {} };
const ofOperator: EndpointOrigin = { ...ofProject, givenBy: "operator" };
const allowing = (list: string): EndpointOrigin => ({
  ...ofProject,
  environment: { RIVULET_ALLOWED_ENDPOINTS: list },
});

describe("an endpoint", () => {
  test.each([
    "http://localhost:8000",
    "http://tables.localhost",
    "http://127.0.0.1:8000",
    "http://[::1]:8000",
    "https://dynamodb.eu-central-1.amazonaws.com",
    "https://dynamodb-fips.us-gov-west-1.amazonaws.com",
    "https://dynamodb.cn-north-1.amazonaws.com.cn",
    "https://dynamodb.eu-central-1.api.aws",
    "https://123456789012.ddb.eu-central-1.amazonaws.com",
    "https://vpce-0a-1b.dynamodb.eu-central-1.vpce.amazonaws.com",
    "https://sts.amazonaws.com",
  ])("of a project may be %s", (url) => {
    expect(checkedEndpoint(url, ofProject)).toBe(url);
  });

  test.each([
    "http://10.0.0.5:8000",
    "http://dynamodb:8000",
    "https://example.com",
    "https://amazonaws.com.example.com",
    "https://dynamodb.eu-central-1.amazonaws.com.example.com",
    "https://dynamodbamazonaws.com",
    "https://ec2-10-0-0-1.eu-central-1.compute.amazonaws.com",
    "https://bucket.s3.amazonaws.com",
    "https://abc.lambda-url.eu-central-1.on.aws",
    "https://abc.execute-api.eu-central-1.amazonaws.com",
    "http://localhost.example.com",
    "http://127.0.0.1.example.com",
    "http://[::ffff:10.0.0.1]",
  ])("of a project may not be %s, and the message says who can allow it", (url) => {
    expect(() => checkedEndpoint(url, ofProject)).toThrow(`RIVULET_ALLOWED_ENDPOINTS=${new URL(url).host}`);
    expect(checkedEndpoint(url, ofOperator)).toBe(url);
    expect(checkedEndpoint(url, allowing(`other.example, ${new URL(url).host}`))).toBe(url);
  });

  test.each([
    "http://169.254.169.254/latest/meta-data",
    "http://2852039166",
    "http://0xa9fea9fe",
    "http://0xA9.0xFE.0xA9.0xFE",
    "http://0251.0376.0251.0376",
    "http://169.254.43518",
    "http://169.254.169.254.",
    "http://１６９.254.169.254",
    "http://[::ffff:a9fe:a9fe]",
    "http://[fd00:ec2::254]",
    "http://0/",
    "http://[::]:8000",
  ])("is never %s, whoever gives it and whatever is allowed", (url) => {
    for (const origin of [ofProject, ofOperator, allowing("*")]) {
      expect(() => checkedEndpoint(url, origin)).toThrow("is never called");
    }
  });

  test.each([
    "localhost:8000",
    "file:///etc/passwd",
    "ftp://localhost",
    "http://ada:hush@localhost",
    "//x",
    "",
  ])("is no address: %s", (url) => {
    expect(() => checkedEndpoint(url, ofOperator)).toThrow("is not an address that can be called");
  });

  test.each([
    ["*.corp.example", "https://tables.corp.example", true],
    ["*.corp.example", "https://corp.example", false],
    ["*.corp.example", "https://evilcorp.example", false],
    ["corp.example:8000", "http://corp.example:8000", true],
    ["corp.example:8000", "http://corp.example:8001", false],
    ["CORP.example", "http://corp.example", true],
    ["*", "http://10.0.0.1", true],
    ["", "http://10.0.0.1", false],
  ])("with %j allowed: %s is %s", (list, url, isAllowed) => {
    const allowed = isAllowedHost(new URL(url), list);
    expect(allowed).toBe(isAllowed);
  });
});

describe("a connection", () => {
  const server = createServer((_, response) => response.end("reached"));
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const ask = (options: RequestOptions) =>
    new Promise<number | undefined>((resolve, reject) => {
      request({ port, lookup: guardedLookup, agent: false, ...options }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });

  test("is made to a name of this machine", async () => {
    expect(await ask({ host: "localhost", family: 4 })).toBe(200);
  });

  // The system reads these as addresses although they look like names: as a name of the DNS would, they lead to them.
  test.each(["2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "0"])(
    "is not made where a name leads to an address that is never called: %s",
    async (host) => {
      await expect(ask({ host })).rejects.toMatchObject({ code: "endpoint-refused" });
    },
  );

  test("is made to the address that was looked at", () => {
    const answered: unknown[] = [];
    guardedLookup("0x08080808", {}, (error, address) => answered.push([error, address]));
    return expect.poll(() => answered).toEqual([[null, "8.8.8.8"]]);
  });
});

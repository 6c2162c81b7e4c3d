import { activityContext } from "@rivulet/testkit";
import { EntityObject, ObjectList, readAttribute, type Value, writeAttribute } from "@rivulet/values";
import { expect, test } from "vitest";
import { awsAuthentication } from "../../connector.ts";
import { isSignedWith } from "../../signing/verify-signature.test-support.ts";

const context = activityContext({ connectors: [awsAuthentication] });

function objectOf(entity: string, attributes: Readonly<Record<string, Value>>): EntityObject {
  const object = context.create(`AWSAuthentication.${entity}`);
  for (const [name, value] of Object.entries(attributes)) writeAttribute(object, name, value);
  return object;
}

function parameters(pairs: Readonly<Record<string, string>>): ObjectList {
  const items = Object.entries(pairs).map(([Key, Value]) => objectOf("SigV4Parameter", { Key, Value }));
  return new ObjectList("AWSAuthentication.SigV4Parameter", items);
}

const keys = { AccessKey: "AKIA", SecretAccessKey: "the secret" };
const plain = { ServiceName: "execute-api", HTTPMethod: "POST", Region: "eu_central_1" };

interface Signing {
  readonly builder: Readonly<Record<string, Value>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly token?: string;
}

async function sign({ builder, headers = {}, query = {}, token }: Signing) {
  const entity = token === undefined ? "Credentials" : "TemporaryCredentials";
  const result = await context.execute("AWSAuthentication.GetSigV4Headers", {
    Credentials: objectOf(entity, token === undefined ? keys : { ...keys, Token: token }),
    SigV4Builder: objectOf("SigV4Builder", builder),
    SigV4HeaderParameterList: parameters(headers),
    SigV4QueryParameterList: parameters(query),
  });
  if (!(result instanceof EntityObject)) throw new Error("No object came back.");
  return (attribute: string) => String(readAttribute(result, attribute));
}

/** What a REST call sends that uses the object. */
function arrived(read: (attribute: string) => string, { builder, headers = {}, token }: Signing) {
  const url = new URL(read("EndpointUrl"));
  const sent: Record<string, string> = {
    host: read("Header_Host"),
    authorization: read("Header_Authorization"),
    "x-amz-date": read("Header_X_Amz_Date"),
    "x-amz-content-sha256": read("Header_X_Amz_Content_Sha256"),
    ...(token === undefined ? {} : { "x-amz-security-token": token }),
  };
  for (const [name, value] of Object.entries(headers)) sent[name.toLowerCase()] = value;
  const { HTTPMethod, RequestBody } = builder;
  return {
    method: String(HTTPMethod),
    target: `${url.pathname}${url.search}`,
    headers: sent,
    body: typeof RequestBody === "string" ? RequestBody : "",
  };
}

test.each<[string, Signing, string]>([
  ["a request without anything", { builder: plain }, "https://execute-api.eu-central-1.amazonaws.com/"],
  [
    "a path, a body, a header and query parameters",
    {
      builder: { ...plain, SubDomain: "abc123", Path: "/stage/items of one", RequestBody: '{"a": "ü"}' },
      headers: { "Content-Type": "application/json" },
      query: { "a b": "c d&e", A: "*'()!" },
    },
    "https://abc123.execute-api.eu-central-1.amazonaws.com/stage/items%20of%20one?a%20b=c%20d%26e&A=*%27%28%29%21",
  ],
  [
    "temporary keys",
    { builder: { ...plain, HTTPMethod: "GET" }, token: "the token" },
    "https://execute-api.eu-central-1.amazonaws.com/",
  ],
  [
    "another address",
    { builder: { ...plain, EndpointURL: "http://127.0.0.1:8080", Path: "/x" } },
    "http://127.0.0.1:8080/x",
  ],
  [
    "S3, which takes paths as they are",
    { builder: { ...plain, ServiceName: "s3", HTTPMethod: "GET", SubDomain: "bucket", Path: "/a%20b" } },
    "https://bucket.s3.eu-central-1.amazonaws.com/a%20b",
  ],
])("%s is signed", async (_, signing, address) => {
  const read = await sign(signing);
  expect(read("EndpointUrl")).toBe(address);
  const request = arrived(read, signing);
  expect(isSignedWith("the secret", request)).toBe(true);
  expect(isSignedWith("another secret", request)).toBe(false);
  expect(isSignedWith("the secret", { ...request, body: `${request.body} ` })).toBe(false);
});

test.each([
  [{ ...plain, ServiceName: " " }, "missing-attribute", "ServiceName of the AWSAuthentication.SigV4Builder"],
  [{ ...plain, HTTPMethod: null }, "missing-attribute", "HTTPMethod of"],
  [{ ...plain, Region: null }, "missing-region", "No region is given"],
  [{ ...plain, EndpointURL: "nowhere" }, "invalid-endpoint", "EndpointURL of the SigV4Builder"],
])("%j fails with %s", async (builder, code, message) => {
  await expect(sign({ builder })).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
});

import type { EndpointSetting } from "@rivulet/runtime";
import { type ActivityContext, activityContext } from "@rivulet/testkit";
import { type EntityObject, type Value, writeAttribute } from "@rivulet/values";
import { describe, expect, test } from "vitest";
import { awsAuthentication } from "../connector.ts";
import { prepareCall } from "./aws-call.ts";

const embedded: EndpointSetting = {
  kind: "embedded",
  endpointFor: async (region) => `http://127.0.0.1:1/${region}`,
};

function contextWith(endpoint: EndpointSetting = { kind: "aws" }, region?: string): ActivityContext {
  const settings = { configuration: "AWS", endpoint, region };
  return activityContext({ connectors: [awsAuthentication], settings });
}

function objectOf(
  { create }: ActivityContext,
  entity: string,
  attributes: Readonly<Record<string, Value>> = {},
): EntityObject {
  const object = create(`AWSAuthentication.${entity}`);
  for (const [name, value] of Object.entries(attributes)) writeAttribute(object, name, value);
  return object;
}

const keys = { AccessKey: "AKIAREAL", SecretAccessKey: "real secret" };

/** A request without attributes is all that is needed here. */
function inputsOf(context: ActivityContext) {
  return {
    label: "ListTables",
    request: objectOf(context, "AbstractRequest"),
    region: "eu_central_1",
    credentials: objectOf(context, "Credentials", keys),
  };
}

describe("what is missing is told in the order credentials, request, region", () => {
  const nothing = { label: "ListTables", request: null, region: null, credentials: null };
  const context = contextWith();
  const { credentials, request } = inputsOf(context);

  test.each([
    ["credentials", nothing, "missing-credentials", "Credentials of ListTables is empty."],
    ["the request", { ...nothing, credentials }, "missing-request", "The request of ListTables is empty."],
    [
      "the region",
      { ...nothing, credentials, request },
      "missing-region",
      "No region is given: the activity's Region is empty, and configuration AWS has none.",
    ],
  ])("%s", async (_, inputs, code, message) => {
    const failing = prepareCall(inputs, context);
    await expect(failing).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });

  test.each([
    [{ AccessKey: "", SecretAccessKey: "x" }, "AccessKey of the AWSAuthentication.Credentials object"],
    [
      { AccessKey: "AKIA", SecretAccessKey: " " },
      "SecretAccessKey of the AWSAuthentication.Credentials object",
    ],
  ])("a key that is blank is missing: %j", async (blank, message) => {
    const inputs = { ...inputsOf(context), credentials: objectOf(context, "Credentials", blank) };
    const error = { code: "missing-credentials", message: expect.stringContaining(message) };
    await expect(prepareCall(inputs, context)).rejects.toMatchObject(error);
  });
});

describe("region", () => {
  test.each([
    ["the activity's own, with hyphens", "us_gov_east_1", "eu-west-1", "us-gov-east-1"],
    ["that of the settings when its own is empty", null, "eu-west-1", "eu-west-1"],
    ["that of the settings when its own is blank", " ", "ap-southeast-7", "ap-southeast-7"],
  ])("%s", async (_, own, setting, region) => {
    const context = contextWith({ kind: "aws" }, setting);
    const { call } = await prepareCall({ ...inputsOf(context), region: own }, context);
    expect(call).toMatchObject({ region, endpoint: null });
  });

  test.each(["eu central", "eu-central-1.example.com/", "-", "EU", "a\nb"])(
    "is no region: %j",
    async (setting) => {
      const context = contextWith({ kind: "aws" }, setting);
      const failing = prepareCall({ ...inputsOf(context), region: null }, context);
      await expect(failing).rejects.toMatchObject({ code: "invalid-region" });
    },
  );
});

describe("endpoint and keys", () => {
  const callOf = async (endpoint: EndpointSetting, own?: string) => {
    const context = contextWith(endpoint);
    const inputs = inputsOf(context);
    if (own !== undefined) {
      const config = objectOf(context, "BasicClientConfig", { EndpointUrl: own });
      context.link("AWSAuthentication.AbstractRequest_BasicClientConfig", inputs.request, config);
    }
    const { call } = await prepareCall(inputs, context);
    return { endpoint: call.endpoint, keys: context.secrets.open(call.credentials) };
  };
  const realKeys = { accessKeyId: "AKIAREAL", secretAccessKey: "real secret" };

  test.each([
    ["AWS", { kind: "aws" } as const, undefined, { endpoint: null, keys: realKeys }],
    [
      "the one of the settings",
      { kind: "explicit", url: "http://localhost:8000" } as const,
      undefined,
      { endpoint: "http://localhost:8000", keys: realKeys },
    ],
    [
      "the embedded one of the region, which never gets real keys",
      embedded,
      undefined,
      {
        endpoint: "http://127.0.0.1:1/eu-central-1",
        keys: { accessKeyId: "embedded", secretAccessKey: "embedded" },
      },
    ],
    [
      "the request's own before that of the settings",
      { kind: "explicit", url: "http://localhost:8000" } as const,
      "https://vpce-1.dynamodb.eu-central-1.vpce.amazonaws.com",
      { endpoint: "https://vpce-1.dynamodb.eu-central-1.vpce.amazonaws.com", keys: realKeys },
    ],
    [
      "the request's own before the embedded one",
      embedded,
      "http://localhost:8000",
      { endpoint: "http://localhost:8000", keys: realKeys },
    ],
    [
      "AWS when the request's own is blank",
      { kind: "aws" } as const,
      "  ",
      { endpoint: null, keys: realKeys },
    ],
  ])("%s", async (_, setting, own, expected) => {
    expect(await callOf(setting, own)).toEqual(expected);
  });

  test.each(["localhost:8000", "file:///etc/passwd", "not an address"])("is no address: %s", async (own) => {
    const error = {
      code: "invalid-endpoint",
      message: expect.stringContaining("EndpointUrl of the request"),
    };
    await expect(callOf({ kind: "aws" }, own)).rejects.toMatchObject(error);
  });

  test("an embedded DynamoDB that does not start is told with its reason", async () => {
    const endpointFor = () => Promise.reject(new Error("The port is taken."));
    await expect(callOf({ kind: "embedded", endpointFor })).rejects.toMatchObject({
      code: "embedded-unavailable",
      message: "The embedded DynamoDB of eu-central-1 cannot be used: The port is taken.",
    });
  });

  test("a session token goes with temporary credentials", async () => {
    const context = contextWith();
    const temporary = objectOf(context, "TemporaryCredentials", { ...keys, Token: "token" });
    const { call } = await prepareCall({ ...inputsOf(context), credentials: temporary }, context);
    expect(context.secrets.open(call.credentials)).toEqual({ ...realKeys, sessionToken: "token" });
  });

  test("no key is in the call itself", async () => {
    const context = contextWith();
    const { call } = await prepareCall(inputsOf(context), context);
    expect(JSON.stringify(call)).not.toMatch(/AKIAREAL|real secret/);
  });
});

import type { EndpointSetting } from "@rivulet/runtime";
import { type ActivityContextOptions, activityContext } from "@rivulet/testkit";
import { EntityObject, readAttribute } from "@rivulet/values";
import { expect, test } from "vitest";
import { awsAuthentication } from "../../connector.ts";

const accessKey = "AWSAuthentication.AccessKey";
const secretAccessKey = "AWSAuthentication.SecretAccessKey";
const environment = { AWS_ACCESS_KEY_ID: "AKIAENV", AWS_SECRET_ACCESS_KEY: "environment secret" };
const embedded: EndpointSetting = { kind: "embedded", endpointFor: async () => "http://127.0.0.1:1" };

async function getStaticCredentials(options: Omit<ActivityContextOptions, "connectors">) {
  const context = activityContext({ connectors: [awsAuthentication], ...options });
  const credentials = await context.execute("AWSAuthentication.GetStaticCredentials");
  if (!(credentials instanceof EntityObject)) throw new Error("No object came back.");
  const { shape } = credentials;
  const attributes = shape.attributes.map(({ name }) => [name, readAttribute(credentials, name)]);
  return { entity: shape.name, ...Object.fromEntries(attributes) };
}

test("hands out the keys of the two constants", async () => {
  const constants = { [accessKey]: "AKIACONST", [secretAccessKey]: "constant secret" };
  const expected = {
    entity: "AWSAuthentication.Credentials",
    AccessKey: "AKIACONST",
    SecretAccessKey: "constant secret",
  };
  expect(await getStaticCredentials({ constants })).toEqual(expected);
  expect(await getStaticCredentials({ constants, settings: { awsEnvironment: environment } })).toEqual(
    expected,
  );
});

test("hands out the keys of the environment when both constants are empty or blank", async () => {
  const settings = { awsEnvironment: environment };
  const expected = {
    entity: "AWSAuthentication.Credentials",
    AccessKey: "AKIAENV",
    SecretAccessKey: "environment secret",
  };
  expect(await getStaticCredentials({ settings })).toEqual(expected);
  expect(await getStaticCredentials({ settings, constants: { [accessKey]: " " } })).toEqual(expected);
});

test("makes TemporaryCredentials where the environment has a session token", async () => {
  const settings = { awsEnvironment: { ...environment, AWS_SESSION_TOKEN: "token" } };
  expect(await getStaticCredentials({ settings })).toEqual({
    entity: "AWSAuthentication.TemporaryCredentials",
    AccessKey: "AKIAENV",
    SecretAccessKey: "environment secret",
    Token: "token",
    Expiration: null,
  });
});

test("makes TemporaryCredentials where the constant for a session token is not empty", async () => {
  const constants = {
    [accessKey]: "ASIACONST",
    [secretAccessKey]: "constant secret",
    "AWSAuthentication.SessionToken": "constant token",
  };
  expect(await getStaticCredentials({ constants, settings: { awsEnvironment: environment } })).toMatchObject({
    entity: "AWSAuthentication.TemporaryCredentials",
    AccessKey: "ASIACONST",
    Token: "constant token",
  });
});

test("fills in dummy keys for an embedded configuration, whatever keys there are", async () => {
  const constants = { [accessKey]: "AKIAREAL", [secretAccessKey]: "real secret" };
  const settings = { endpoint: embedded, awsEnvironment: environment };
  expect(await getStaticCredentials({ constants, settings })).toMatchObject({
    AccessKey: "embedded",
    SecretAccessKey: "embedded",
  });
});

test.each([
  {
    situation: "nothing is set",
    constants: {},
    awsEnvironment: {},
    empty: [accessKey, secretAccessKey],
    message:
      "^Configuration AWS has no keys for AWS: AWSAuthentication.AccessKey and AWSAuthentication.SecretAccessKey are empty. Set them with --constant or as RIVULET_CONSTANT_AWSAuthentication_AccessKey and RIVULET_CONSTANT_AWSAuthentication_SecretAccessKey in the environment. AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY do as well. A DynamoDB that runs locally takes any text.",
  },
  {
    situation: "only the secret is missing, and the environment has keys that then do not count",
    constants: { [accessKey]: "AKIACONST" },
    awsEnvironment: environment,
    empty: [secretAccessKey],
    message:
      "Configuration AWS has no keys for AWS: AWSAuthentication.SecretAccessKey is empty. Set it with --constant or as RIVULET_CONSTANT_AWSAuthentication_SecretAccessKey in the environment. A DynamoDB that runs locally takes any text.",
  },
  {
    situation: "only the access key is missing",
    constants: { [secretAccessKey]: "constant secret" },
    awsEnvironment: {},
    empty: [accessKey],
    message: /AWSAuthentication\.AccessKey is empty/,
  },
  {
    situation: "the environment has one of the two only",
    constants: {},
    awsEnvironment: { AWS_ACCESS_KEY_ID: "AKIAENV" },
    empty: ["AWS_SECRET_ACCESS_KEY"],
    message: /AWS_SECRET_ACCESS_KEY is empty\. Set it beside the other one/,
  },
])(
  "fails with missing-credentials when $situation",
  async ({ constants, awsEnvironment, empty, message }) => {
    const settings = { configuration: "AWS", awsEnvironment };
    const failing = getStaticCredentials({ constants, settings });
    await expect(failing).rejects.toMatchObject({
      code: "missing-credentials",
      details: { configuration: "AWS", empty },
      message: expect.stringMatching(message),
    });
  },
);

test("no secret is in the message or the details of a failure", async () => {
  const failing = getStaticCredentials({ constants: { [secretAccessKey]: "constant secret" } });
  const error: unknown = await failing.catch((reason: unknown) => reason);
  expect(JSON.stringify(error)).not.toContain("constant secret");
});

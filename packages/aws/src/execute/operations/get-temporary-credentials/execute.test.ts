import { join } from "node:path";
import { activityContext } from "@rivulet/testkit";
import { EntityObject, readAttribute, type Value, writeAttribute } from "@rivulet/values";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { prepareCall } from "../../call/aws-call.ts";
import { awsAuthentication } from "../../connector.ts";
import {
  type RolesAnywhereEndpoint,
  startRolesAnywhere,
} from "../../roles-anywhere/roles-anywhere-endpoint.test-support.ts";

const folder = join(import.meta.dirname, "../../../../fixtures/certificates");
const files = ["rsa.pem", "ec-with-chain.pem", "rsa.p12", "ec-with-chain.p12"];

let endpoint: RolesAnywhereEndpoint;
beforeAll(async () => {
  endpoint = await startRolesAnywhere();
});
afterAll(() => endpoint.stop());
beforeEach(() => {
  endpoint.received.length = 0;
  endpoint.refusals.length = 0;
  endpoint.validity = 60 * 60_000;
});

let sessions = 0;

/** A configuration that asks for sessions under a name of its own, so that no test finds the keys of another. */
function contextWith(
  constants: Readonly<Record<string, Value>> = {},
  environment: Record<string, string> = {},
) {
  sessions += 1;
  const all = {
    ClientCertificateID: "1",
    ProfileARN: "arn:profile",
    RoleARN: "arn:role",
    TrustAnchorARN: "arn:anchor",
    SessionName: `session-${sessions}`,
    Duration: 900,
    ...constants,
  };
  return activityContext({
    connectors: [awsAuthentication],
    constants: Object.fromEntries(
      Object.entries(all).map(([name, value]) => [`AWSAuthentication.${name}`, value]),
    ),
    settings: {
      configuration: "AWS",
      awsEnvironment: {
        AWS_ENDPOINT_URL_ROLESANYWHERE: endpoint.url,
        RIVULET_CLIENT_CERTIFICATES: files.map((file) => join(folder, file)).join(", "),
        RIVULET_CLIENT_CERTIFICATE_PASSWORDS: ",test,test,test",
        ...environment,
      },
    },
  });
}

type Context = ReturnType<typeof contextWith>;

async function getTemporary(context: Context): Promise<EntityObject> {
  const result = await context.execute("AWSAuthentication.GetTemporaryCredentials", {
    Region: "eu_central_1",
  });
  if (result instanceof EntityObject) return result;
  throw new Error("No object came back.");
}

const rsa = "AWS4-X509-RSA-SHA256";
const ec = "AWS4-X509-ECDSA-SHA256";
const authority = "CN=Rivulet test authority";

describe("a session is signed as IAM Roles Anywhere wants it", () => {
  test.each([
    ["1", "an RSA key in PEM", rsa, ["CN=Rivulet test RSA"]],
    ["2", "an EC key with a password and a chain in PEM", ec, ["CN=Rivulet test EC", authority]],
    ["rsa.p12", "an RSA key in PKCS12", rsa, ["CN=Rivulet test RSA"]],
    ["4", "an EC key with a chain in PKCS12", ec, ["CN=Rivulet test EC", authority]],
  ])("certificate %s: %s", async (id, _, algorithm, certificates) => {
    const credentials = await getTemporary(contextWith({ ClientCertificateID: id }));
    expect(endpoint.received).toMatchObject([
      {
        isSigned: true,
        algorithm,
        certificates,
        body: {
          profileArn: "arn:profile",
          roleArn: "arn:role",
          trustAnchorArn: "arn:anchor",
          durationSeconds: 900,
        },
      },
    ]);
    expect(credentials.shape.name).toBe("AWSAuthentication.TemporaryCredentials");
    expect(readAttribute(credentials, "AccessKey")).toBe("ASIA1");
    expect(readAttribute(credentials, "Token")).toBe("temporary token");
    expect(readAttribute(credentials, "Expiration")).toBeGreaterThan(Date.now());
  });

  test("the serial number is written in decimal", async () => {
    await getTemporary(contextWith());
    expect(endpoint.received[0]?.credential).toMatch(/^85968058272638546416180\//);
  });

  test("a duration of 0 and an empty session name are left out", async () => {
    const context = contextWith({ SessionName: " ", Duration: 0, RoleARN: "arn:other" });
    await getTemporary(context);
    expect(endpoint.received[0]?.body).toEqual({
      profileArn: "arn:profile",
      roleArn: "arn:other",
      trustAnchorArn: "arn:anchor",
    });
  });
});

describe("keys are kept", () => {
  test("while they are good: also those that are asked for at the same time", async () => {
    const context = contextWith();
    const [first, second] = await Promise.all([getTemporary(context), getTemporary(context)]);
    await getTemporary(context);
    expect(endpoint.received).toHaveLength(1);
    expect(second && readAttribute(second, "AccessKey")).toBe(first && readAttribute(first, "AccessKey"));
  });

  test("no longer than until five minutes before they expire", async () => {
    endpoint.validity = 4 * 60_000;
    const context = contextWith();
    await getTemporary(context);
    await getTemporary(context);
    expect(endpoint.received).toHaveLength(2);
  });

  test("but not the failure to get them", async () => {
    const context = contextWith();
    endpoint.refusals.push({ status: 403, type: "AccessDeniedException", message: "Untrusted certificate" });
    await expect(getTemporary(context)).rejects.toMatchObject({ code: "aws-access-denied" });
    await expect(getTemporary(context)).resolves.toBeInstanceOf(EntityObject);
  });

  test("and an object with keys that are about to expire gets new ones before the next call", async () => {
    const context = contextWith();
    endpoint.validity = 60_000;
    const credentials = await getTemporary(context);
    endpoint.validity = 60 * 60_000;
    const request = context.create("AWSAuthentication.BasicClientConfig");
    const inputs = { label: "Test", request, region: "eu_central_1", credentials };
    await prepareCall(inputs, { ...context, linked: () => [] });
    expect(readAttribute(credentials, "AccessKey")).toBe("ASIA2");
    await prepareCall(inputs, { ...context, linked: () => [] });
    expect(endpoint.received).toHaveLength(2);
  });
});

describe("what goes wrong is told", () => {
  test("all constants that are empty at once", async () => {
    await expect(getTemporary(contextWith({ RoleARN: "", ProfileARN: null }))).rejects.toMatchObject({
      code: "missing-constants",
      message:
        "Configuration AWS cannot get temporary credentials: AWSAuthentication.ProfileARN, AWSAuthentication.RoleARN are empty. Set them in the configuration.",
      details: { empty: ["AWSAuthentication.ProfileARN", "AWSAuthentication.RoleARN"] },
    });
  });

  test.each([
    [
      "9",
      {},
      "ClientCertificateID is 9, and RIVULET_CLIENT_CERTIFICATES has 1 (rsa.pem), 2 (ec-with-chain.pem)",
    ],
    ["1", { RIVULET_CLIENT_CERTIFICATES: "" }, "List the files in the environment variable"],
    ["2", { RIVULET_CLIENT_CERTIFICATE_PASSWORDS: ",wrong" }, "ec-with-chain.pem cannot be read"],
    ["3", { RIVULET_CLIENT_CERTIFICATE_PASSWORDS: "" }, "rsa.p12 cannot be read"],
    ["1", { RIVULET_CLIENT_CERTIFICATES: join(folder, "README.md") }, "README.md cannot be read"],
    ["1", { RIVULET_CLIENT_CERTIFICATES: join(folder, "gone.pem") }, "gone.pem cannot be read"],
  ])("certificate %s with %j", async (id, environment, message) => {
    const failing = getTemporary(contextWith({ ClientCertificateID: id }, environment));
    await expect(failing).rejects.toMatchObject({
      code: "client-certificate",
      message: expect.stringContaining(message),
    });
  });

  test("the words of AWS, with code and request id", async () => {
    endpoint.refusals.push({ status: 403, type: "AccessDeniedException", message: "Untrusted certificate" });
    await expect(getTemporary(contextWith())).rejects.toMatchObject({
      code: "aws-access-denied",
      message: expect.stringContaining("AccessDeniedException: Untrusted certificate"),
      details: { operation: "CreateSession", requestId: "request-1", httpStatus: 403, attempts: 1 },
    });
  });

  test("a failure that may pass is tried again, at most twice", async () => {
    const busy = { status: 503, type: "ServiceUnavailable", message: "Busy" };
    const context = contextWith();
    endpoint.refusals.push(busy, busy);
    await getTemporary(context);
    expect(context.logged.map(({ message }) => message)).toEqual([
      "CreateSession: attempt 2 after ServiceUnavailable: Busy",
      "CreateSession: attempt 3 after ServiceUnavailable: Busy",
    ]);
    endpoint.refusals.push(busy, busy, busy);
    await expect(getTemporary(contextWith())).rejects.toMatchObject({
      code: "aws-server-error",
      isRetryable: true,
    });
  });

  test("an endpoint that is not there", async () => {
    const stopped = await startRolesAnywhere();
    await stopped.stop();
    const gone = contextWith({}, { AWS_ENDPOINT_URL_ROLESANYWHERE: stopped.url });
    await expect(getTemporary(gone)).rejects.toMatchObject({ code: "aws-endpoint-refused" });
  });
});

test("no secret is in the requests of the effects", async () => {
  const context = contextWith({ ClientCertificateID: "2" });
  await getTemporary(context);
  const recorded = JSON.stringify(context.effects);
  expect(recorded).toContain("arn:role");
  expect(recorded).not.toMatch(/temporary secret|temporary token|"test"/);
});

test("an embedded configuration gets dummy keys and asks nobody", async () => {
  const context = activityContext({
    connectors: [awsAuthentication],
    settings: { endpoint: { kind: "embedded", endpointFor: async () => "http://127.0.0.1:1" } },
  });
  const credentials = await getTemporary(context);
  expect(readAttribute(credentials, "AccessKey")).toBe("embedded");
  expect(context.effects).toEqual([]);
});

test.each([
  [true, "AWSAuthentication.Credentials"],
  [false, "AWSAuthentication.TemporaryCredentials"],
  [null, "AWSAuthentication.TemporaryCredentials"],
])("Get credentials with UseStaticCredentials %s makes %s", async (UseStaticCredentials, entity) => {
  const context = contextWith({ AccessKey: "AKIA", SecretAccessKey: "secret" });
  const result = await context.execute("AWSAuthentication.GetCredentials", {
    UseStaticCredentials,
    ENUM_Region: "eu_central_1",
  });
  expect(result instanceof EntityObject && result.shape.name).toBe(entity);
});

test("keys that a person wrote into an object are left alone", async () => {
  const context = contextWith();
  const credentials = context.create("AWSAuthentication.TemporaryCredentials");
  for (const name of ["AccessKey", "SecretAccessKey", "Token"]) writeAttribute(credentials, name, "own");
  writeAttribute(credentials, "Expiration", Date.now());
  const request = context.create("AWSAuthentication.BasicClientConfig");
  await prepareCall(
    { label: "Test", request, region: "eu_central_1", credentials },
    { ...context, linked: () => [] },
  );
  expect(readAttribute(credentials, "AccessKey")).toBe("own");
  expect(endpoint.received).toEqual([]);
});

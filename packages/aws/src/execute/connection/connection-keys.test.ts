import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ConnectionCredentials } from "@rivulet/model";
import { activityContext } from "@rivulet/testkit";
import { EntityObject, readAttribute, type Value } from "@rivulet/values";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { awsAuthentication } from "../connector.ts";
import { isSignedWith } from "../signing/verify-signature.test-support.ts";
import { CredentialServices } from "./credential-services.test-support.ts";

const services = new CredentialServices();
const portal = "https://example.awsapps.com/start";
let folder: string;

const config = `
[profile made]
credential_process = echo '{"Version": 1, "AccessKeyId": "AKIAPROC", "SecretAccessKey": "s"}'
[profile people]
sso_start_url = ${portal}
sso_region = eu-west-1
sso_account_id = 123456789012
sso_role_name = Reader
`;

/** The shared files of a machine on which somebody works with AWS, signed in to single sign-on. */
function writeSharedFiles(): void {
  const cache = join(folder, ".aws/sso/cache");
  mkdirSync(cache, { recursive: true });
  const token = { accessToken: "signed-in", expiresAt: new Date(Date.now() + 3_600_000).toISOString() };
  const file = `${createHash("sha1").update(portal).digest("hex")}.json`;
  writeFileSync(join(cache, file), JSON.stringify({ startUrl: portal, region: "eu-west-1", ...token }));
  writeFileSync(join(folder, "config"), config);
  const work = "[work]\naws_access_key_id = AKIAWORK\naws_secret_access_key = work secret\n";
  writeFileSync(join(folder, "credentials"), work);
  writeFileSync(join(folder, "web-token"), "who-i-am");
}

beforeAll(async () => {
  const url = await services.start();
  folder = mkdtempSync(join(tmpdir(), "rivulet-aws-"));
  writeSharedFiles();
  const environment = {
    HOME: folder,
    AWS_SHARED_CREDENTIALS_FILE: join(folder, "credentials"),
    AWS_CONFIG_FILE: join(folder, "config"),
    AWS_ENDPOINT_URL_STS: url,
    AWS_ENDPOINT_URL_SSO: url,
    AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url}/box`,
    AWS_CONTAINER_AUTHORIZATION_TOKEN: "container-token",
    AWS_EC2_METADATA_SERVICE_ENDPOINT: url,
    AWS_WEB_IDENTITY_TOKEN_FILE: join(folder, "web-token"),
    AWS_ROLE_ARN: "arn:aws:iam::1:role/of-the-environment",
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});
beforeEach(() => {
  services.asked.length = 0;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await services.stop();
});

interface Surroundings {
  readonly constants?: Readonly<Record<string, Value>>;
  /** Keys are kept until they expire: in another region the services are asked again. */
  readonly region?: string;
}

async function keysOf(
  credentials: ConnectionCredentials,
  { constants = {}, region = "eu-central-1" }: Surroundings = {},
) {
  const settings = { configuration: "AWS", region, credentials };
  const context = activityContext({ connectors: [awsAuthentication], settings, constants });
  const result = await context.execute("AWSAuthentication.GetStaticCredentials");
  if (!(result instanceof EntityObject)) throw new Error("There are no keys.");
  const isTemporary = result.shape.name === "AWSAuthentication.TemporaryCredentials";
  return {
    key: readAttribute(result, "AccessKey"),
    token: isTemporary ? readAttribute(result, "Token") : undefined,
  };
}

describe("the keys of a connection come from", () => {
  test.each<[string, ConnectionCredentials, string, string?]>([
    ["a profile", { kind: "profile", profile: "work" }, "AKIAWORK"],
    ["the default chain, here with a profile", { kind: "defaultChain", profile: "work" }, "AKIAWORK"],
    ["a process that a profile names", { kind: "process", profile: "made" }, "AKIAPROC"],
    ["single sign-on", { kind: "sso", profile: "people" }, "ASIASSO", "t"],
    ["the container", { kind: "container" }, "ASIABOX", "t"],
    ["the instance", { kind: "instance" }, "ASIAINST", "t"],
    ["the token of a web identity", { kind: "webIdentity" }, "ASIAWEB", "t"],
    ["a role", { kind: "assumeRole", profile: "work", roleArn: "arn:aws:iam::1:role/r" }, "ASIAROLE", "t"],
  ])("%s", async (_, credentials, key, token) => {
    expect(await keysOf(credentials)).toEqual({ key, token });
  });

  test("the two constants all the same, where they are given", async () => {
    const constants = { "AWSAuthentication.AccessKey": "AKIAOWN", "AWSAuthentication.SecretAccessKey": "s" };
    expect(await keysOf({ kind: "profile", profile: "work" }, { constants })).toMatchObject({
      key: "AKIAOWN",
    });
  });
});

describe("what the services are asked", () => {
  test("a role: with its external id, session name and duration, signed with the keys of the profile", async () => {
    const roleArn = "arn:aws:iam::1:role/asked";
    const more = { externalId: "outside", sessionName: "me", durationSeconds: 900 };
    await keysOf({ kind: "assumeRole", profile: "work", roleArn, ...more });
    const [asked] = services.asked;
    expect(Object.fromEntries(new URLSearchParams(asked?.body))).toMatchObject({
      Action: "AssumeRole",
      RoleArn: roleArn,
      ExternalId: "outside",
      RoleSessionName: "me",
      DurationSeconds: "900",
    });
    expect(asked?.headers.authorization).toMatch(
      /Credential=AKIAWORK\/\d{8}\/eu-central-1\/sts\/aws4_request/,
    );
    const headers = asked?.headers as Readonly<Record<string, string>>;
    expect(
      isSignedWith("work secret", { method: "POST", target: "/", headers, body: asked?.body ?? "" }),
    ).toBe(true);
  });

  test("a web identity: the role of the connection, and the token of the file, without any keys", async () => {
    await keysOf({ kind: "webIdentity", roleArn: "arn:aws:iam::1:role/web", sessionName: "web-me" });
    const [asked] = services.asked;
    expect(Object.fromEntries(new URLSearchParams(asked?.body))).toMatchObject({
      Action: "AssumeRoleWithWebIdentity",
      RoleArn: "arn:aws:iam::1:role/web",
      RoleSessionName: "web-me",
      WebIdentityToken: "who-i-am",
    });
    expect(asked?.headers.authorization).toBeUndefined();
  });

  test("single sign-on: account and role of the profile, with the token of who signed in", async () => {
    await keysOf({ kind: "sso", profile: "people" }, { region: "eu-west-3" });
    const [asked] = services.asked;
    const { searchParams } = new URL(asked?.target ?? "", portal);
    expect(Object.fromEntries(searchParams)).toEqual({ role_name: "Reader", account_id: "123456789012" });
    expect(asked?.headers["x-amz-sso_bearer_token"]).toBe("signed-in");
  });

  test.each([
    ["the container: with its token", "container", ["GET /box"], { authorization: "container-token" }],
    [
      "the instance: first for a token, then for its role, then for the keys of that",
      "instance",
      [
        "PUT /latest/api/token",
        "GET /latest/meta-data/iam/security-credentials/",
        "GET /latest/meta-data/iam/security-credentials/box-role",
      ],
      { "x-aws-ec2-metadata-token": "metadata-token" },
    ],
  ] as const)("%s", async (_, kind, requests, headers) => {
    await keysOf({ kind }, { region: "eu-west-3" });
    expect(services.asked.map(({ method, target }) => `${method} ${target}`)).toEqual(requests);
    expect(services.asked.at(-1)?.headers).toMatchObject(headers);
  });

  test("nothing further while the keys are valid", async () => {
    await keysOf({ kind: "container" }, { region: "eu-west-1" });
    await keysOf({ kind: "container" }, { region: "eu-west-1" });
    expect(services.asked).toHaveLength(1);
  });
});

describe("temporary keys that somebody copied", () => {
  const constants = {
    "AWSAuthentication.AccessKey": "ASIACOPY",
    "AWSAuthentication.SecretAccessKey": "copied secret",
    "AWSAuthentication.SessionToken": "copied token",
  };

  test("are those of the three constants", async () => {
    const copied = { key: "ASIACOPY", token: "copied token" };
    expect(await keysOf({ kind: "temporaryKeys" }, { constants })).toEqual(copied);
    expect(services.asked).toEqual([]);
  });

  test.each(Object.keys(constants))("are not complete without %s", async (empty) => {
    const failing = keysOf({ kind: "temporaryKeys" }, { constants: { ...constants, [empty]: " " } });
    await expect(failing).rejects.toMatchObject({
      code: "missing-credentials",
      message: expect.stringContaining(`${empty} is empty. Set it with --constant or as RIVULET_CONSTANT_`),
      details: { empty: [empty] },
    });
  });
});

test.each<[ConnectionCredentials, string]>([
  [
    { kind: "profile", profile: "nobody" },
    "The connection gives no keys by profile: CredentialsProviderError",
  ],
  [{ kind: "sso", profile: "work" }, "The connection gives no keys by sso: CredentialsProviderError"],
  [{ kind: "assumeRole" }, "Configuration AWS takes on a role and names none"],
])("%j fails with the words of the provider", async (credentials, message) => {
  await expect(keysOf(credentials)).rejects.toMatchObject({
    code: "connection-credentials",
    message: expect.stringContaining(message),
  });
});

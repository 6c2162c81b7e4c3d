import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ConnectionCredentials } from "@rivulet/model";
import { activityContext } from "@rivulet/testkit";
import { EntityObject, readAttribute, type Value } from "@rivulet/values";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { awsAuthentication } from "../connector.ts";

const expires = () => new Date(Date.now() + 60 * 60_000).toISOString();
const asked: string[] = [];

/** The services that hand out keys: the Security Token Service, and the address of a container. */
let service: Server;
let folder: string;

beforeAll(async () => {
  service = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      asked.push(body === "" ? (request.url ?? "") : body);
      const isRole = body.includes("Action=AssumeRole");
      response.writeHead(200, { "content-type": isRole ? "text/xml" : "application/json" });
      response.end(
        isRole
          ? `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${expires()}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`
          : JSON.stringify({
              AccessKeyId: "ASIABOX",
              SecretAccessKey: "s",
              Token: "t",
              Expiration: expires(),
            }),
      );
    });
  });
  await new Promise<void>((resolve) => {
    service.listen(0, "127.0.0.1", resolve);
  });
  const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), "rivulet-aws-"));
  const process = `credential_process = echo '{"Version": 1, "AccessKeyId": "AKIAPROC", "SecretAccessKey": "s"}'`;
  writeFileSync(
    join(folder, "credentials"),
    "[work]\naws_access_key_id = AKIAWORK\naws_secret_access_key = s\n",
  );
  writeFileSync(join(folder, "config"), `[profile made]\n${process}\n`);
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(folder, "credentials"));
  vi.stubEnv("AWS_CONFIG_FILE", join(folder, "config"));
  vi.stubEnv("AWS_ENDPOINT_URL_STS", url);
  vi.stubEnv("AWS_CONTAINER_CREDENTIALS_FULL_URI", `${url}/box`);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await new Promise((resolve) => service.close(resolve));
});

async function keyOf(credentials: ConnectionCredentials, constants: Readonly<Record<string, Value>> = {}) {
  const settings = { configuration: "AWS", region: "eu-central-1", credentials };
  const context = activityContext({ connectors: [awsAuthentication], settings, constants });
  const result = await context.execute("AWSAuthentication.GetStaticCredentials");
  return result instanceof EntityObject ? readAttribute(result, "AccessKey") : undefined;
}

describe("the keys of a connection come from", () => {
  test.each<[string, ConnectionCredentials, string]>([
    ["a profile", { kind: "profile", profile: "work" }, "AKIAWORK"],
    ["the default chain, here with a profile", { kind: "defaultChain", profile: "work" }, "AKIAWORK"],
    ["a process that a profile names", { kind: "process", profile: "made" }, "AKIAPROC"],
    ["the container", { kind: "container" }, "ASIABOX"],
    [
      "a role",
      {
        kind: "assumeRole",
        profile: "work",
        roleArn: "arn:aws:iam::1:role/r",
        externalId: "outside",
        sessionName: "me",
        durationSeconds: 900,
      },
      "ASIAROLE",
    ],
  ])("%s", async (_, credentials, key) => {
    expect(await keyOf(credentials)).toBe(key);
  });

  test("the two constants all the same, where they are given", async () => {
    const constants = { "AWSAuthentication.AccessKey": "AKIAOWN", "AWSAuthentication.SecretAccessKey": "s" };
    expect(await keyOf({ kind: "profile", profile: "work" }, constants)).toBe("AKIAOWN");
  });
});

test("a role is asked for with its external id, session name and duration", () => {
  const request = asked.find((body) => body.includes("Action=AssumeRole")) ?? "";
  expect(Object.fromEntries(new URLSearchParams(request))).toMatchObject({
    RoleArn: "arn:aws:iam::1:role/r",
    ExternalId: "outside",
    RoleSessionName: "me",
    DurationSeconds: "900",
  });
});

test.each<[ConnectionCredentials, string]>([
  [
    { kind: "profile", profile: "nobody" },
    "The connection gives no keys by profile: CredentialsProviderError",
  ],
  [{ kind: "assumeRole" }, "Configuration AWS takes on a role and names none"],
])("%j fails with the words of the provider", async (credentials, message) => {
  await expect(keyOf(credentials)).rejects.toMatchObject({
    code: "connection-credentials",
    message: expect.stringContaining(message),
  });
});

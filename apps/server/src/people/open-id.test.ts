import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { serverMode } from "../instance/server-mode.ts";
import { shop } from "../sample-project.test-support.ts";
import { providerEnvironment, startProvider, type TestProvider } from "./open-id-provider.test-support.ts";
import { type Client, emailOf, type PeopleServer, startPeopleServer } from "./people.test-support.ts";

const startTimeout = 60_000;
let provider: TestProvider;
let server: PeopleServer;
let logged = "";

beforeAll(async () => {
  provider = await startProvider();
  server = await startPeopleServer(shop, {
    environment: providerEnvironment(provider),
    log: { level: "warn", stream: { write: (line) => (logged += line) } },
  });
}, startTimeout);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await provider[Symbol.asyncDispose]();
});
beforeEach(() => {
  provider.lie = "none";
  logged = "";
});

/** Goes there and back as a browser does; tells where it ends, and comes back with another ticket when that is given. */
async function journey(client: Client, ticket?: string): Promise<string> {
  const there = await client.head("GET", "/sign-in/open-id?next=/status");
  const answer = await fetch(there.location ?? "", { redirect: "manual" });
  const back = new URL(answer.headers.get("location") ?? "");
  if (ticket !== undefined) client.cookie = ticket;
  return (await client.head("GET", back.pathname + back.search)).location ?? "";
}

async function person(name: string): Promise<void> {
  await server.person({ name, authoring: "viewer" });
}

test("somebody comes in by a verified address, and is known by the subject from then on", async () => {
  await person("Olga Open");
  provider.person = { sub: "olga", email: emailOf("Olga Open").toUpperCase(), email_verified: true };
  const browser = server.client();
  expect(await journey(browser)).toBe("/status");
  expect((await browser.get("/api/v1/session")).body).toMatchObject({ person: { name: "Olga Open" } });
  expect((await browser.get("/api/v1/project")).status).toBe(200);
  provider.person = { sub: "olga", email: "married@example.org", email_verified: false };
  const later = server.client();
  expect(await journey(later)).toBe("/status");
  expect((await later.get("/api/v1/session")).body).toMatchObject({ person: { name: "Olga Open" } });
  const audit = await (await server.administrator()).get("/api/v1/audit?action=signed-in&who=olga");
  expect(audit.body["entries"]).toContainEqual(expect.objectContaining({ detail: "with Example House" }));
});

describe("nobody comes in", () => {
  test.each([
    ["without an account here", { sub: "2", email: "nobody@example.org", email_verified: true }],
    [
      "by an address that the other house has not verified",
      { sub: "3", email: "rita.rest@example.org", email_verified: false },
    ],
    [
      "by the address of somebody who is another subject",
      { sub: "4", email: "tom.taken@example.org", email_verified: true },
    ],
  ])("%s", async (_, claims) => {
    await Promise.all(["Rita Rest", "Tom Taken"].map((name) => person(name).catch(() => undefined)));
    provider.person = { sub: "tom", email: emailOf("Tom Taken"), email_verified: true };
    await journey(server.client());
    provider.person = claims;
    const browser = server.client();
    expect(await journey(browser)).toBe("/sign-in?refused=open-id-unknown");
    expect((await browser.get("/api/v1/session")).body).toMatchObject({ person: null });
  });

  test.each(["signature", "nonce"] as const)("when the %s of the token is another", async (lie) => {
    await person(`Lea ${lie}`);
    provider.person = { sub: lie, email: emailOf(`Lea ${lie}`), email_verified: true };
    provider.lie = lie;
    expect(await journey(server.client())).toBe("/sign-in?refused=open-id-failed");
    // The administrator is told why, in the log; whoever tried is not.
    expect(logged).toMatch(new RegExp(`Signing in with Example House .* failed: .*${lie}`, "i"));
  });

  test("with the journey of somebody else, or twice with the same one", async () => {
    await person("Una Used");
    provider.person = { sub: "una", email: emailOf("Una Used"), email_verified: true };
    const attacker = server.client();
    await attacker.head("GET", "/sign-in/open-id?next=/");
    expect(await journey(server.client(), attacker.cookie)).toBe("/sign-in?refused=open-id-failed");
    expect((await server.client().head("GET", "/sign-in/open-id/return?code=1&state=2")).location).toBe(
      "/sign-in?refused=open-id-failed",
    );
  });
});

test.each(["//evil.example", "https://evil.example", "/\\evil.example"])(
  "nobody is led on to %s",
  async (next) => {
    const { status } = await server.client().head("GET", `/sign-in/open-id?next=${encodeURIComponent(next)}`);
    expect(status).toBe(400);
  },
);

test("the settings are needed together", () => {
  const mode = (environment: Record<string, string>) => serverMode({ accounts: true, environment });
  expect(() => mode({ RIVULET_OIDC_ISSUER: "https://id.example" })).toThrow("are needed together");
  expect(mode({}).openId).toBeUndefined();
  expect(mode(providerEnvironment(provider)).openId).toMatchObject({ name: "Example House" });
});

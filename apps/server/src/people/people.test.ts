import type { JsonObject } from "@rivulet/model";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createServer } from "../create-server.ts";
import { shop, temporaryProject } from "../sample-project.test-support.ts";
import {
  type Client,
  emailOf,
  type PeopleServer,
  startPeopleServer,
  testPassword,
  tokenOf,
} from "./people.test-support.ts";

/** A database is started, and passwords take long on purpose. */
const startTimeout = 60_000;

let server: PeopleServer;
beforeAll(async () => {
  server = await startPeopleServer(shop);
}, startTimeout);
afterAll(() => server[Symbol.asyncDispose]());

const links = "/api/v1/one-time-links";
const audit = async (query = "") => {
  const { body } = await (await server.administrator()).get(`/api/v1/audit?limit=200${query}`);
  return (body["entries"] as JsonObject[]).map(({ who, action, subject }) => [who, action, subject]);
};

test("the first administrator comes in by a link that the start makes, once, with a good password", async () => {
  const somebody = server.client();
  expect(await somebody.outcome("GET", "/api/v1/project")).toBe("401 sign-in-needed");
  expect(server.firstLink).toMatch(new RegExp(String.raw`^${server.address}/sign-in#link=[\w-]{43}$`));
  const token = tokenOf(server.firstLink);
  const form = { token, name: "Ada Administrator", email: " Ada@Example.org ", password: "short" };
  expect((await somebody.send("POST", `${links}/look`, { token })).body).toEqual({
    purpose: "first-administrator",
  });
  for (const half of ["", token.slice(0, 12), `${token}.`])
    expect(await somebody.outcome("POST", `${links}/look`, { token: half })).toBe("404 unknown-link");
  expect(await somebody.outcome("POST", `${links}/use`, form)).toBe("422 weak-password");
  expect(await somebody.outcome("POST", `${links}/use`, { ...form, name: " ", password: testPassword })).toBe(
    "400 wrong-request",
  );
  const ada = await server.administrator();
  expect((await ada.get("/api/v1/session")).body).toMatchObject({
    mode: "accounts",
    person: { name: "Ada Administrator", authoring: "administrator", userRoles: [] },
  });
  expect(ada.cookie).toMatch(/^rivulet-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800$/);
  expect(await somebody.outcome("POST", `${links}/use`, { ...form, password: testPassword })).toBe(
    "404 unknown-link",
  );
  expect((await ada.get("/api/v1/project")).status).toBe(200);
});

test("a character that the database has not is refused before it is asked", async () => {
  const ada = await server.administrator();
  const somebody = server.client();
  const person = { name: "Nul", email: "nul@example.org", authoring: "none", userRoles: [] };
  const refused = [
    await somebody.outcome("POST", "/api/v1/session", { email: "a\0@b.c", password: "x" }),
    await ada.outcome("POST", "/api/v1/people", { ...person, name: "N\0l" }),
    await ada.outcome("POST", "/api/v1/people", { ...person, email: "n\0l@example.org" }),
    await ada.outcome("POST", "/api/v1/people", { ...person, userRoles: ["\0"] }),
    await ada.outcome("GET", "/api/v1/audit?who=%00"),
    await ada.outcome("GET", "/api/v1/runs?error=%00"),
    await ada.outcome("POST", "/api/v1/keys", { name: "n\0", scopes: ["operate"], days: 1 }),
  ];
  expect(new Set(refused)).toEqual(new Set(["400 wrong-request"]));
});

describe("signing in", () => {
  test("with the right password, until one signs out", async () => {
    await server.administrator();
    const browser = server.client();
    expect((await browser.signIn("ADA@example.org ")).status).toBe(200);
    const before = browser.cookie;
    expect((await browser.get("/api/v1/project")).status).toBe(200);
    expect((await browser.send("DELETE", "/api/v1/session")).body).toEqual({
      mode: "accounts",
      person: null,
    });
    expect(browser.cookie).toContain("Max-Age=0");
    const stolen = await fetch(`${server.address}/api/v1/project`, { headers: { cookie: before } });
    expect(stolen.status).toBe(401);
  });

  test(
    "fails in the same words for a wrong password and for nobody, and is locked after five failures",
    async () => {
      await server.person({ name: "Lou Lock" });
      for (const email of [emailOf("Lou Lock"), "nobody@example.org"]) {
        const browser = server.client();
        const answers: unknown[] = [];
        for (let attempt = 1; attempt <= 5; attempt += 1) {
          const { status, body } = await browser.signIn(email, `wrong ${attempt}`);
          answers.push([status, body["detail"]]);
        }
        expect(new Set(answers.map(String))).toEqual(new Set(["401,The address or the password is wrong."]));
        const locked = await browser.signIn(email);
        expect([locked.status, locked.body["code"]]).toEqual([429, "too-many-tries"]);
        expect(Number(locked.headers.get("retry-after"))).toBeGreaterThan(20);
      }
    },
    startTimeout,
  );

  test(
    "is possible at once after an administrator has made a new link",
    async () => {
      const kim = await server.person({ name: "Kim Keyless" });
      const browser = server.client();
      for (let attempt = 1; attempt <= 6; attempt += 1) await browser.signIn(emailOf("Kim Keyless"), "wrong");
      const ada = await server.administrator();
      const { body } = await ada.send("POST", `/api/v1/people/${kim.id}/links`);
      const token = tokenOf(body["link"]);
      expect((await browser.send("POST", `${links}/look`, { token })).body).toEqual({
        purpose: "password",
        name: "Kim Keyless",
        email: emailOf("Kim Keyless"),
      });
      expect(
        (await browser.send("POST", `${links}/use`, { token, password: "Another-4-of-them" })).status,
      ).toBe(200);
      expect(await kim.outcome("GET", "/api/v1/keys")).toBe("401 sign-in-needed");
      expect((await server.client().signIn(emailOf("Kim Keyless"), "Another-4-of-them")).status).toBe(200);
    },
    startTimeout,
  );

  test(
    "goes on in a browser that is known, whatever strangers try, until that browser tries too often itself",
    async () => {
      const sue = await server.person({ name: "Sue Sole" });
      const email = emailOf("Sue Sole");
      const tries = async (client: Client, count: number) => {
        for (let attempt = 1; attempt <= count; attempt += 1) await client.signIn(email, "wrong");
      };
      const stranger = server.client();
      await tries(stranger, 6);
      expect((await stranger.signIn(email)).status).toBe(429);
      expect((await sue.signIn(email)).status).toBe(200);
      expect((await server.client().signIn(email)).status).toBe(429);
      await tries(sue, 5);
      expect((await sue.signIn(email)).body["code"]).toBe("too-many-tries");
    },
    startTimeout,
  );

  test(
    "ends everywhere when the password is changed, and goes on here",
    async () => {
      const pia = await server.person({ name: "Pia Password" });
      const elsewhere = server.client();
      await elsewhere.signIn(emailOf("Pia Password"));
      const change = (present: string, wanted: string) =>
        pia.outcome("PUT", "/api/v1/session/password", { present, wanted });
      expect(await change("wrong", "Another-4-of-them")).toBe("401 wrong-credentials");
      expect(await change(testPassword, "Password12345")).toBe("422 weak-password");
      expect(await change(testPassword, "Another-4-of-them")).toBe("200");
      expect(await pia.outcome("GET", "/api/v1/keys")).toBe("200");
      expect(await elsewhere.outcome("GET", "/api/v1/keys")).toBe("401 sign-in-needed");
    },
    startTimeout,
  );
});

describe("people", () => {
  test("are kept out from the next request on, and let in again", async () => {
    const dan = await server.person({ name: "Dan Disabled", authoring: "viewer" });
    const ada = await server.administrator();
    const change = (isDisabled: boolean) => ada.outcome("PATCH", `/api/v1/people/${dan.id}`, { isDisabled });
    expect(await dan.outcome("GET", "/api/v1/project")).toBe("200");
    expect(await change(true)).toBe("200");
    expect(await dan.outcome("GET", "/api/v1/project")).toBe("401 sign-in-needed");
    expect((await server.client().signIn(emailOf("Dan Disabled"))).status).toBe(401);
    expect(await change(false)).toBe("200");
    expect((await server.client().signIn(emailOf("Dan Disabled"))).status).toBe(200);
  });

  test("follow nothing any more once they are kept out", async () => {
    const fay = await server.person({ name: "Fay Follower", authoring: "viewer" });
    const stream = await fetch(`${server.address}/api/v1/project/events`, {
      headers: { cookie: fay.cookie.split(";")[0] ?? "" },
    });
    expect(stream.status).toBe(200);
    const ended = stream.text();
    const ada = await server.administrator();
    await ada.send("PATCH", `/api/v1/people/${fay.id}`, { isDisabled: true });
    await ended;
    expect(await fay.outcome("GET", "/api/v1/project/events")).toBe("401 sign-in-needed");
  });

  test("get and lose rights from the next request on", async () => {
    const vera = await server.person({ name: "Vera Viewer", authoring: "viewer" });
    const ada = await server.administrator();
    expect(await vera.outcome("PATCH", "/api/v1/project", {})).toBe("403 not-allowed");
    await ada.send("PATCH", `/api/v1/people/${vera.id}`, { authoring: "builder" });
    expect(await vera.outcome("PATCH", "/api/v1/project", {})).toBe("400 wrong-request");
    await ada.send("PATCH", `/api/v1/people/${vera.id}`, { authoring: "none" });
    expect(await vera.outcome("GET", "/api/v1/project")).toBe("403 not-allowed");
  });

  test("have names and addresses of their own, and one administrator is always left", async () => {
    const ada = await server.administrator();
    const { body } = await ada.get("/api/v1/people");
    const first = (body["people"] as JsonObject[]).find(({ email }) => email === "ada@example.org");
    expect(JSON.stringify(body)).not.toMatch(/scrypt|passwordHash/);
    const facts = { name: "ada ADMINISTRATOR", email: "other@example.org" };
    expect(await ada.outcome("POST", "/api/v1/people", facts)).toBe("409 already-taken");
    const self = `/api/v1/people/${String(first?.["id"])}`;
    expect(await ada.outcome("PATCH", self, { authoring: "viewer" })).toBe("409 last-administrator");
    expect(await ada.outcome("PATCH", self, { isDisabled: true })).toBe("409 last-administrator");
    expect(await ada.outcome("PATCH", "/api/v1/people/nobody", {})).toBe("404 unknown-person");
  });
});

describe("a key", () => {
  test("acts within its scopes and within the rights of its owner, until it is removed", async () => {
    const ben = await server.person({ name: "Ben Builder", authoring: "builder" });
    const made = await ben.send("POST", "/api/v1/keys", {
      name: "nightly",
      scopes: ["read-project", "operate"],
    });
    const program = server.client(String(made.body["token"]));
    expect(made.body["token"]).toMatch(/^rivulet_key_/);
    expect(await program.outcome("GET", "/api/v1/project")).toBe("200");
    expect(await program.outcome("PATCH", "/api/v1/project", {})).toBe("403 not-allowed");
    expect(await program.outcome("GET", "/metrics")).toBe("403 not-allowed");
    expect(await program.outcome("GET", "/api/v1/keys")).toBe("403 not-allowed");
    const listed = await ben.get("/api/v1/keys");
    expect(JSON.stringify(listed.body)).not.toContain(String(made.body["token"]));
    const other = await server.person({ name: "Otto Other" });
    expect(await other.outcome("DELETE", `/api/v1/keys/${String(made.body["id"])}`)).toBe("404 unknown-key");
    expect(await ben.outcome("DELETE", `/api/v1/keys/${String(made.body["id"])}`)).toBe("204");
    expect(await program.outcome("GET", "/api/v1/project")).toBe("401 sign-in-needed");
  });

  test("that is none is refused also where nobody has to sign in", async () => {
    const program = server.client("rivulet_key_wrong");
    expect(await program.outcome("GET", "/api/v1/session")).toBe("401 sign-in-needed");
    // Here nobody is asked who he is.
    expect(await program.outcome("GET", "/healthz")).toBe("200");
  });
});

test("the audit log tells it all, to administrators only, and holds no secret", async () => {
  const entries = await audit();
  expect(entries).toEqual(
    expect.arrayContaining([
      ["Ada Administrator", "link-used", "Ada Administrator"],
      ["Ada Administrator", "person-added", "Ben Builder"],
      ["Ada Administrator", "person-changed", "Dan Disabled"],
      ["Ben Builder", "key-made", "nightly"],
      ["Ben Builder", "key-removed", "nightly"],
      ["Pia Password", "password-changed", "Pia Password"],
      [null, "sign-in-failed", "nobody@example.org"],
    ]),
  );
  expect(JSON.stringify(entries)).not.toMatch(/Mary|rivulet_key_|link=/);
  expect(await audit("&action=key-made&who=ben")).toEqual([["Ben Builder", "key-made", "nightly"]]);
  const viewer = await server.person({ name: "Vic Viewer", authoring: "viewer" });
  expect(await viewer.outcome("GET", "/api/v1/audit")).toBe("403 not-allowed");
});

describe("a server", () => {
  test("needs a database for accounts", async () => {
    await using project = await temporaryProject(shop);
    const started = createServer({
      folder: project.folder,
      port: 0,
      environment: { RIVULET_ACCOUNTS: "on", DATABASE_URL: "none" },
      log: { level: "silent" },
    }).start();
    await expect(started).rejects.toMatchObject({ code: "accounts-need-database" });
  });

  test("without accounts has nobody to sign in, and says so", async () => {
    await using project = await temporaryProject(shop);
    const local = createServer({
      folder: project.folder,
      port: 0,
      environment: {},
      log: { level: "silent" },
    });
    const address = await local.start();
    const answer = await fetch(`${address}/api/v1/people`);
    expect(await answer.json()).toMatchObject({ status: 409, code: "accounts-off" });
    expect(await (await fetch(`${address}/api/v1/session`)).json()).toEqual({ mode: "local", person: null });
    await local.stop();
  });
});

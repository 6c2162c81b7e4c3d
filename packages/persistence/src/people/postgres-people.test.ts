import type { TestDatabase } from "@rivulet/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "../database.ts";
import { testPostgres } from "../postgres/postgres.test-support.ts";
import { PostgresAccounts, type StoredAccount } from "./postgres-accounts.ts";
import { PostgresApiKeys } from "./postgres-api-keys.ts";
import { PostgresAudit } from "./postgres-audit.ts";

let postgres: TestDatabase;
let database: Database;
let accounts: PostgresAccounts;

beforeAll(async () => {
  postgres = await testPostgres();
  database = await openDatabase(postgres.url);
  accounts = new PostgresAccounts(database.tables, "shop");
});

beforeEach(async () => {
  for (const table of ["accounts", "one_time_links", "failed_sign_ins", "audit"] as const)
    await database.tables.deleteFrom(table).execute();
});

afterAll(async () => {
  await database.close();
  await postgres[Symbol.asyncDispose]();
});

const hour = 3_600_000;

function account(id: string, change: Partial<StoredAccount> = {}): StoredAccount {
  return {
    id,
    name: `Person ${id}`,
    email: `${id}@example.org`,
    passwordHash: "hash",
    openId: null,
    authoring: "viewer",
    userRoles: ["Clerk"],
    isDisabled: false,
    createdAt: 1_000,
    signedInAt: null,
    ...change,
  };
}

describe("accounts", () => {
  test("are read as they were written, and as they were changed", async () => {
    await accounts.add(account("a"));
    expect(await accounts.find({ email: "a@example.org" })).toEqual(account("a"));
    await accounts.change("a", { authoring: "builder", userRoles: [], signedInAt: 5, openId: "issuer sub" });
    const changed = account("a", {
      authoring: "builder",
      userRoles: [],
      signedInAt: 5,
      openId: "issuer sub",
    });
    expect(await accounts.find({ id: "a" })).toEqual(changed);
    expect(await accounts.find({ open_id: "issuer sub" })).toEqual(changed);
    expect(await accounts.find({ email: "b@example.org" })).toBeUndefined();
  });

  test("have a name and an address of their own, whatever the case", async () => {
    await accounts.add(account("a"));
    expect(await accounts.add(account("b", { email: "a@example.org" }))).toBe("email");
    expect(await accounts.add(account("b", { name: "PERSON A" }))).toBe("name");
    expect(await accounts.add(account("b"))).toBe("added");
    const atOnce = ["c", "d", "e", "f"].map((id) => accounts.add(account(id, { name: "Twin" })));
    expect((await Promise.all(atOnce)).toSorted()).toEqual(["added", "name", "name", "name"]);
    expect(await accounts.change("b", { name: "person a" })).toBe("name");
    expect(await accounts.change("b", { name: "PERSON B" })).toBe("changed");
  });

  test("count as administrators only while somebody can sign in as them", async () => {
    expect(await accounts.hasAdministrator()).toBe(false);
    await accounts.add(account("a", { authoring: "administrator", passwordHash: null }));
    expect(await accounts.hasAdministrator()).toBe(false);
    await accounts.change("a", { passwordHash: "hash" });
    expect([await accounts.hasAdministrator(), await accounts.hasAdministrator("a")]).toEqual([true, false]);
    await accounts.change("a", { isDisabled: true });
    expect(await accounts.hasAdministrator()).toBe(false);
  });
});

test("people of another project in the same database are nobody here", async () => {
  const garage = new PostgresAccounts(database.tables, "garage");
  const keys = new PostgresApiKeys(database.tables, "shop");
  await accounts.add(account("a", { authoring: "administrator", openId: "issuer sub" }));
  await accounts.addSession("session", "a", Date.now() + hour);
  await accounts.addLink("link", null, Date.now() + hour);
  const key = { id: "k", name: "n", account: "a", scopes: [], createdAt: 1, usedAt: null };
  await keys.add({ ...key, expiresAt: Date.now() + hour }, "key");
  const foreignKeys = new PostgresApiKeys(database.tables, "garage");
  const foreign = [
    await garage.list(),
    await garage.find({ id: "a" }),
    await garage.hasAdministrator(),
    await garage.accountOfSession("session"),
    await garage.findLink("link"),
    await garage.takeLink("link"),
    await foreignKeys.list(),
    await foreignKeys.find("k"),
    await foreignKeys.use("key"),
  ];
  const nothing = undefined;
  expect(foreign).toEqual([[], nothing, false, nothing, nothing, nothing, [], nothing, nothing]);
  await garage.change("a", { isDisabled: true });
  await foreignKeys.remove("k");
  await garage.addLink("other link", null, Date.now() + hour);
  expect(await keys.use("key")).toMatchObject({ owner: { id: "a", isDisabled: false } });
  expect(await accounts.findLink("link")).toEqual({ account: null });
  expect(await garage.add(account("b", { name: "Person a", email: "a@example.org" }))).toBe("added");
});

describe("a session", () => {
  test("leads to its account until it ends, expires, or the account is disabled", async () => {
    await accounts.add(account("a"));
    await accounts.addSession("one", "a", Date.now() + hour);
    await accounts.addSession("old", "a", Date.now() - 1);
    expect((await accounts.accountOfSession("one"))?.id).toBe("a");
    expect(await accounts.accountOfSession("old")).toBeUndefined();
    await accounts.change("a", { isDisabled: true });
    expect(await accounts.accountOfSession("one")).toBeUndefined();
    await accounts.change("a", { isDisabled: false });
    await accounts.endSession("one");
    expect(await accounts.accountOfSession("one")).toBeUndefined();
  });
});

describe("a one-time link", () => {
  test("is used by one of many who try at the same time", async () => {
    await accounts.addLink("hash", null, Date.now() + hour);
    const taken = await Promise.all([1, 2, 3, 4].map(() => accounts.takeLink("hash")));
    expect(taken.filter((link) => link !== undefined)).toEqual([{ account: null }]);
  });

  test("ends when another one is made for the same person, and after its time", async () => {
    await accounts.add(account("a"));
    await accounts.addLink("first", "a", Date.now() + hour);
    await accounts.addLink("other", null, Date.now() + hour);
    await accounts.addLink("second", "a", Date.now() + hour);
    expect(await accounts.findLink("first")).toBeUndefined();
    expect(await accounts.findLink("second")).toEqual({ account: "a" });
    expect(await accounts.findLink("other")).toEqual({ account: null });
    await accounts.addLink("late", "a", Date.now() - 1);
    expect([await accounts.findLink("late"), await accounts.takeLink("late")]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe("tries to sign in", () => {
  const limits = { freeTries: 3, firstWait: hour, longestWait: 24 * hour };

  test("are let through up to the limit, also when they come all at once", async () => {
    const tries = await Promise.all(Array.from({ length: 10 }, () => accounts.beginTry("a", limits)));
    expect(tries.filter((outcome) => outcome === "begun")).toHaveLength(3);
    expect(await accounts.beginTry("b", limits)).toBe("begun");
    await accounts.forgetFailures("a");
    expect(await accounts.beginTry("a", limits)).toBe("begun");
  });

  test("wait twice as long after each further one, but no longer than the longest", async () => {
    const waitAfter = async (tries: number) => {
      const lastAt = new Date();
      await database.tables.deleteFrom("failed_sign_ins").execute();
      await database.tables
        .insertInto("failed_sign_ins")
        .values({ project: "shop", email: "a", tries, last_at: lastAt })
        .execute();
      const until = await accounts.beginTry("a", limits);
      return until === "begun" ? 0 : (until - lastAt.getTime()) / hour;
    };
    expect(await waitAfter(2)).toBe(0);
    expect(await waitAfter(3)).toBe(1);
    expect(await waitAfter(4)).toBe(2);
    expect(await waitAfter(6)).toBe(8);
    expect(await waitAfter(900)).toBe(24);
  });
});

test("a key acts for its owner until it expires, is removed, or the owner is disabled", async () => {
  const keys = new PostgresApiKeys(database.tables, "shop");
  await accounts.add(account("a"));
  const key = { id: "k", name: "nightly", account: "a", scopes: ["operate"], createdAt: 1, usedAt: null };
  await keys.add({ ...key, expiresAt: Date.now() + hour }, "hash");
  await keys.add({ ...key, id: "old", expiresAt: Date.now() - 1 }, "old hash");
  expect(await keys.use("hash")).toMatchObject({ key: { id: "k", scopes: ["operate"] }, owner: { id: "a" } });
  expect((await keys.list("a")).find(({ id }) => id === "k")?.usedAt).toBeGreaterThan(1);
  expect(await keys.list("b")).toEqual([]);
  expect([await keys.use("old hash"), await keys.use("other")]).toEqual([undefined, undefined]);
  await accounts.change("a", { isDisabled: true });
  expect(await keys.use("hash")).toBeUndefined();
  await accounts.change("a", { isDisabled: false });
  await keys.remove("k");
  expect(await keys.use("hash")).toBeUndefined();
});

test("the audit log is read newest first, page by page, and filtered by plain texts", async () => {
  const audit = new PostgresAudit(database.tables, "shop");
  const add = (who: string | null, action: string, subject: string) =>
    audit.add({ at: 1_000, account: null, who, action, subject, detail: "" });
  await add("Ada", "signed-in", "ada@example.org");
  await add("Bob", "secret-kept", "Shop.Key_1");
  await add(null, "secret-kept", "Shop.Key%1");
  const all = { action: undefined, who: undefined, subject: undefined, before: undefined, limit: 10 };
  const subjects = async (filter: Partial<typeof all> | object) =>
    (await audit.list({ ...all, ...filter })).map(({ subject }) => subject);
  expect(await subjects({})).toEqual(["Shop.Key%1", "Shop.Key_1", "ada@example.org"]);
  expect(await subjects({ action: "signed-in" })).toEqual(["ada@example.org"]);
  expect(await subjects({ who: "bO" })).toEqual(["Shop.Key_1"]);
  expect(await subjects({ subject: "key%" })).toEqual(["Shop.Key%1"]);
  const [newest] = await audit.list({ ...all, limit: 1 });
  expect(await subjects({ before: newest?.id, limit: 1 })).toEqual(["Shop.Key_1"]);
});

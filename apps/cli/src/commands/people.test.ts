import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createServer, type RivuletServer } from "@rivulet/server";
import { namedTestDatabase, type TestDatabase } from "@rivulet/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommandLine } from "../command-line.ts";
import { commands } from "../commands.ts";

const startTimeout = 60_000;
const template = join(import.meta.dirname, "../../templates/tutorial");
const passwords = { first: "Tea-at-4-with-Mary", second: "Another-4-of-them" };
let folder: string;
let database: TestDatabase | undefined;
let environment: Readonly<Record<string, string>>;
let server: RivuletServer;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-cli-people-")));
  // For the account of PostgreSQL, so that root's tests leave nothing elsewhere.
  chmodSync(folder, 0o755);
  cpSync(template, folder, { recursive: true });
  mkdirSync(join(folder, ".rivulet"), { mode: 0o755 });
  database = await namedTestDatabase();
  environment = database ? { DATABASE_URL: database.url } : {};
  const log = { level: "silent" } as const;
  server = createServer({ folder, port: 0, log, accounts: true, startsDatabase: true, environment });
  await server.start();
}, startTimeout);
afterAll(async () => {
  await server.stop();
  await database?.[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

async function people(...words: readonly string[]) {
  const written = { out: "", error: "" };
  const code = await runCommandLine(commands, ["people", ...words], {
    out: (text) => void (written.out += text),
    error: (text) => void (written.error += text),
    input: () => "",
    environment,
    isWatched: false,
    signal: new AbortController().signal,
    path: (path) => resolve(folder, path),
  });
  return { code, output: written.out, errors: written.error };
}

const post = (path: string, body: object) =>
  fetch(`${server.address ?? ""}/api/v1/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
const signIn = (password: string) => post("session", { email: "ada@example.org", password });
const useLink = (link: string, password: string, more = {}) =>
  post("one-time-links/use", { token: link.split("#link=")[1], password, ...more });

test(
  "rivulet people link lets the only administrator in whom strangers keep out, and the audit log tells of it",
  async () => {
    expect(await people("link", ".")).toMatchObject({
      code: 3,
      errors: expect.stringContaining("Nobody has an account here yet") as string,
    });
    const ada = { name: "Ada Lovelace", email: "ada@example.org" };
    await useLink(server.firstAdministratorLink ?? "", passwords.first, ada);
    for (let attempt = 1; attempt <= 6; attempt += 1) await signIn("wrong");
    expect((await signIn(passwords.first)).status).toBe(429);

    const { code, output, errors } = await people("link", ".");
    expect([code, output.split("#")[0]]).toEqual([0, `${server.address ?? ""}/sign-in`]);
    expect(errors).toContain("Ada Lovelace sets a password");
    expect((await useLink(output, passwords.second)).status).toBe(200);
    const signedIn = await signIn(passwords.second);
    expect(signedIn.status).toBe(200);
    expect((await useLink(output, passwords.first)).status).toBe(404);

    const cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const audit = await fetch(`${server.address ?? ""}/api/v1/audit?action=link-made`, {
      headers: { cookie },
    });
    expect(await audit.json()).toMatchObject({
      entries: [{ subject: "Ada Lovelace", detail: "by the command rivulet people link" }],
    });
  },
  startTimeout,
);

test("rivulet people link says whom there is, and where links lead that others use", async () => {
  expect(await people("link", ".", "Grace")).toMatchObject({
    code: 3,
    errors: "Nobody here is called Grace. There are: Ada Lovelace (ada@example.org).",
  });
  const before = environment;
  environment = { ...before, RIVULET_URL: "https://rivulet.example.org" };
  const { output } = await people("link", ".", "ADA@example.org");
  environment = before;
  expect(output).toContain("https://rivulet.example.org/sign-in#link=");
  expect((await people("unlink", ".")).errors).toContain('There is no action "unlink". There is: link.');
});

import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject, JsonValue } from "@rivulet/model";
import { startEmbeddedPostgres } from "@rivulet/persistence";
import { afterAll, expect, test, vi } from "vitest";
import { family } from "../faults/server-process.test-support.ts";
import { type PeopleServer, startPeopleServer, testPassword } from "../people/people.test-support.ts";
import { shop } from "../sample-project.test-support.ts";

const parent = mkdtempSync(join(tmpdir(), "rivulet-away-"));
// For the account of PostgreSQL, so that root's tests leave nothing elsewhere.
chmodSync(parent, 0o755);
afterAll(() => rmSync(parent, { recursive: true }));
const folder = join(parent, "postgres");

/** PostgreSQL with all of its processes. */
function postgresProcesses(): number[] {
  const [pid] = readFileSync(join(folder, "data/postmaster.pid"), "utf8").split("\n");
  return family(Number(pid));
}

function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) process.kill(pid, signal);
}

interface Request {
  readonly by: "person" | "program" | "nobody";
  readonly path: string;
  readonly body?: JsonValue;
}

const greet = { path: "/api/v1/microflows/Sales.Greet/runs", body: { parameters: { Name: "Ann" } } } as const;

/** Everything that asks who sends it, or the database itself. */
const requests: Readonly<Record<string, Request>> = {
  project: { by: "person", path: "/api/v1/project" },
  "events of the studio": { by: "person", path: "/api/v1/project/events" },
  page: { by: "person", path: "/status" },
  application: { by: "person", path: "/api/v1/app/sessions", body: {} },
  "history of runs": { by: "person", path: "/api/v1/runs" },
  people: { by: "person", path: "/api/v1/people" },
  "run of a person": { by: "person", ...greet },
  "run of a program": { by: "program", ...greet },
  "sign-in form": {
    by: "nobody",
    path: "/api/v1/session",
    body: { email: "ada@example.org", password: testPassword },
  },
};

/** The headers of an answer, and what it says where it is a problem or a page. */
async function ask(
  { address }: PeopleServer,
  { path, body }: Request,
  who: Readonly<Record<string, string>>,
) {
  const headers = {
    ...(path === "/status" ? { accept: "text/html" } : {}),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
    ...who,
  };
  const content = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const response = await fetch(address + path, { headers, ...content });
  if (!response.ok) return { response, text: await response.text() };
  await response.body?.cancel();
  return { response, text: "" };
}

test("while PostgreSQL keeps silent or is gone, everything is answered with 503 and when to try again, and works afterwards", async () => {
  await using postgres = await startEmbeddedPostgres({ folder });
  await using server = await startPeopleServer(shop, {
    environment: { DATABASE_URL: postgres.url },
    databasePatience: { absence: 100, silence: 2_000 },
  });
  const ada = await server.administrator();
  const other = server.client();
  await other.signIn("ada@example.org");
  const scopes = ["run-microflows"];
  const made = await ada.send("POST", "/api/v1/keys", { name: "nightly", scopes, days: 1 });
  const who = {
    person: { cookie: ada.cookie.split(";")[0] ?? "" },
    program: { authorization: `Bearer ${String(made.body["token"])}` },
    nobody: {},
  };
  const askAll = () =>
    Promise.all(
      Object.entries(requests).map(async ([name, request]) => {
        const { response, text } = await ask(server, request, who[request.by]);
        const retryAfter = response.headers.get("retry-after");
        return { name, status: response.status, retryAfter, says: /does not answer/.exec(text)?.[0] };
      }),
    );
  const names = Object.keys(requests);
  const well = names.map((name) => ({ name, status: 200, retryAfter: null, says: undefined }));
  const refused = names.map((name) => ({ name, status: 503, retryAfter: "5", says: "does not answer" }));
  const untilWell = () => vi.waitFor(async () => expect(await askAll()).toEqual(well), 30_000);
  await untilWell();
  // Whoever was known a moment ago has to be looked up.
  await other.send("DELETE", "/api/v1/session");

  const processes = postgresProcesses();
  signalAll(processes, "SIGSTOP");
  const silence = await askAll().finally(() => signalAll(processes, "SIGCONT"));
  expect(silence).toEqual(refused);
  await untilWell();
  const { body: before } = await ada.get("/api/v1/runs");

  await other.signIn("ada@example.org");
  await other.send("DELETE", "/api/v1/session");
  await postgres.stop();
  expect(await askAll()).toEqual(refused);
  expect((await ada.get("/healthz")).status).toBe(200);
  expect(await ada.get("/readyz")).toMatchObject({
    status: 503,
    body: { missing: [{ part: "database", message: expect.stringContaining("does not answer") as string }] },
  });
  await using _again = await startEmbeddedPostgres({ folder });
  await untilWell();
  const { body: after } = await ada.get("/api/v1/runs");
  expect(after["runs"]).toEqual(expect.arrayContaining(before["runs"] as JsonObject[]));
}, 120_000);

import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { JsonObject } from "@rivulet/model";
import { namedTestDatabase } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { createServer } from "./index.ts";
import { temporaryProject } from "./sample-project.test-support.ts";

const script = join(import.meta.dirname, "serve.test-support.ts");
/** A process that starts from the sources, with a database, may take its time on a busy machine. */
const processTimeout = 120_000;

/** A server in a process of its own with an embedded PostgreSQL, or with the one that is named. */
async function startProcess(folder: string, databaseUrl = "") {
  const child = spawn(process.execPath, ["--conditions=rivulet-source", script, folder], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, TEST_DATABASE: "embedded", DATABASE_URL: databaseUrl },
  });
  const exited = once(child, "exit");
  const [address] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  const ask = async (path: string, body?: JsonObject) => {
    const content = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    };
    const response = await fetch(`${address}/api/v1/${path}`, body && content);
    return (await response.json()) as JsonObject & { runs: JsonObject[]; runId: string };
  };
  const events = async (path: string) => (await fetch(`${address}/api/v1/${path}`)).text();
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exited;
  };
  return { ask, events, end, [Symbol.asyncDispose]: () => end("SIGKILL") };
}

/** A project in folders that the account of PostgreSQL may enter, so that nothing is left elsewhere. */
async function openProject() {
  const project = await temporaryProject();
  await chmod(project.folder, 0o755);
  await mkdir(join(project.folder, ".rivulet"), { recursive: true });
  await chmod(join(project.folder, ".rivulet"), 0o755);
  return project;
}

test(
  "runs that were acknowledged outlive a server that is killed, and those under way are ended",
  async () => {
    await using project = await openProject();
    await using database = await namedTestDatabase();
    const before = await startProcess(project.folder, database?.url);
    const done = await before.ask("microflows/Sales.Greet/runs", { parameters: { Name: "Ann" } });
    const watched = await before.ask("microflows/Sales.Greet/runs", {
      parameters: { Name: "Bob" },
      trace: true,
    });
    const wrong = await before.ask("microflows/Sales.Divide/runs", { parameters: { By: 0 } });
    const underWay = await before.ask("microflows/Sales.Forever/runs", { wait: false });
    await before.end("SIGKILL");

    await using after = await startProcess(project.folder, database?.url);
    const { runs } = await after.ask("runs");
    expect(runs.map(({ runId, status }) => [runId, status])).toEqual([
      [underWay.runId, "failed"],
      [wrong.runId, "failed"],
      [watched.runId, "completed"],
      [done.runId, "completed"],
    ]);
    const found = await after.ask(`runs/${done.runId}`);
    expect(found).toMatchObject({
      status: "completed",
      startedAt: done["startedAt"],
      endedAt: done["endedAt"],
    });
    expect(found).toMatchObject({
      parameters: { Name: "Ann" },
      result: "Hello Ann",
      log: [{ message: "Greeting Ann" }],
      flow: "same",
    });
    const traced = await after.ask(`runs/${watched.runId}/trace`);
    expect(traced["elements"]).toMatchObject({ "Sales.Greet.end": { count: 1, status: "done" } });
    expect(await after.events(`runs/${done.runId}/events`)).toMatch(
      /event: log\n.*Greeting Ann[^]*id: ended\nevent: state\n.*"completed"/,
    );
    expect(await after.ask(`runs/${done.runId}/rerun`, {})).toMatchObject({ result: "Hello Ann" });
    expect((await after.ask(`runs/${wrong.runId}`))["error"]).toEqual(wrong["error"]);
    expect(await after.ask(`runs/${underWay.runId}`)).toMatchObject({ error: { code: "server-ended" } });
    expect(await after.ask(`runs/${underWay.runId}/cancel`, {})).toMatchObject({ status: "failed" });
    const page = await after.ask("runs?microflow=Sales.Greet&status=completed&limit=1");
    expect(page.runs).toHaveLength(1);
  },
  processTimeout,
);

test("a database that is named must be there", async () => {
  await using project = await openProject();
  const server = createServer({
    folder: project.folder,
    port: 0,
    environment: { DATABASE_URL: "postgres://ada:secret@127.0.0.1:9/shop" },
    log: { level: "silent" },
  });
  await expect(server.start()).rejects.toMatchObject({
    code: "no-database",
    message: expect.not.stringContaining("secret") as string,
  });
});

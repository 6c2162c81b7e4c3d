import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { writeActiveConfiguration } from "@rivulet/runtime";
import { describe, expect, test } from "vitest";
import { createServer, readServers } from "./index.ts";
import { shop, temporaryProject } from "./sample-project.test-support.ts";
import { startTestServer } from "./test-server.test-support.ts";

const script = join(import.meta.dirname, "serve.test-support.ts");
/** A process that starts from the sources may take its time on a busy machine. */
const processTimeout = 120_000;
const silent = { port: 0, environment: {}, log: { level: "silent" } } as const;

/** A server in a process of its own, gone at the end of the block. */
interface ServerProcess extends AsyncDisposable {
  readonly address: string;
  /** Sends a signal; resolves with the exit code, or the signal when that ended it. */
  end(signal: NodeJS.Signals): Promise<number | string>;
}

async function startProcess(folder: string): Promise<ServerProcess> {
  const child = spawn(process.execPath, ["--conditions=rivulet-source", script, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>;
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [code, by] = await exited;
    return code ?? by ?? "";
  };
  const [address] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { address, end, [Symbol.asyncDispose]: async () => void (await end("SIGKILL")) };
}

const runGreet = async (address: string) => {
  const response = await fetch(`${address}/api/v1/microflows/Sales.Greet/runs`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ parameters: { Name: "Ann" } }),
  });
  return ((await response.json()) as { result: unknown }).result;
};

describe("a server", () => {
  test("is found by others through a file that only its owner can read, gone when it has stopped", async () => {
    const server = await startTestServer();
    const local = join(server.folder, ".rivulet");
    const [file = ""] = readdirSync(join(local, "servers"));
    expect(statSync(join(local, "servers", file)).mode & 0o777).toBe(0o600);
    expect(await readServers(local)).toEqual([{ pid: process.pid, address: server.address }]);
    await server[Symbol.asyncDispose]();
    expect(await readServers(local)).toEqual([]);
  });

  test("at whose port another one of the same project listens says where that is", async () => {
    await using server = await startTestServer();
    const port = Number(new URL(server.address).port);
    const second = createServer({ folder: server.folder, ...silent, port });
    await expect(second.start()).rejects.toMatchObject({
      code: "already-running",
      message: expect.stringContaining(`already running at ${server.address}`),
    });
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
  });

  test.each(["0.0.0.0", "::", "192.168.1.5", "example.com", "128.0.0.1"])(
    "does not listen on %s",
    async (host) => {
      await using project = await temporaryProject();
      const server = createServer({ folder: project.folder, ...silent, host });
      await expect(server.start()).rejects.toMatchObject({ code: "public-bind-refused" });
    },
  );

  test("listens where HOST and PORT say, unless the caller says otherwise", async () => {
    await using project = await temporaryProject();
    const environment = { HOST: "127.0.0.2", PORT: "0" };
    const server = createServer({ folder: project.folder, log: { level: "silent" }, environment });
    expect(await server.start()).toMatch(/^http:\/\/127\.0\.0\.2:\d+$/);
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
    await server.stop();
    const wrong = createServer({ folder: project.folder, environment: { PORT: "http" } });
    await expect(wrong.start()).rejects.toMatchObject({ code: "wrong-port" });
  });

  test("says so when the port is taken, and lets go of the folder", async () => {
    await using server = await startTestServer();
    await using project = await temporaryProject();
    const port = Number(new URL(server.address).port);
    const second = createServer({ folder: project.folder, ...silent, port });
    await expect(second.start()).rejects.toMatchObject({ code: "port-taken" });
    const third = createServer({ folder: project.folder, ...silent });
    await third.start();
    await third.stop();
  });

  test("needs a project", async () => {
    await using project = await temporaryProject();
    const server = createServer({ folder: join(project.folder, "modules"), ...silent });
    await expect(server.start()).rejects.toMatchObject({ code: "no-project" });
  });

  test("says what is missing while its project cannot be read", async () => {
    await using server = await startTestServer();
    expect(await server.get("/readyz")).toMatchObject({
      status: 200,
      body: { status: "ready", missing: [] },
    });
    const file = join(server.folder, "rivulet.json");
    const content = await readFile(file, "utf8");
    await writeFile(file, "{");
    expect(await server.get("/readyz")).toMatchObject({
      status: 503,
      body: { missing: [{ part: "project" }] },
    });
    expect((await server.get("/healthz")).status).toBe(200);
    await writeFile(file, content);
    expect((await server.get("/readyz")).status).toBe(200);
  });

  test("counts requests and runs for Prometheus", async () => {
    await using server = await startTestServer();
    await server.run("Greet", { parameters: { Name: "Ann" } });
    const response = await fetch(`${server.address}/metrics`);
    const text = await response.text();
    expect(response.headers.get("content-type")).toContain("text/plain");
    expect(text).toContain('rivulet_runs_total{microflow="Sales.Greet",status="completed"} 1');
    expect(text).toContain("rivulet_runs_active 0");
    expect(text).toMatch(
      /rivulet_http_requests_total\{method="POST",route="\/api\/v1\/microflows\/:name\/runs",status="200"\} 1/,
    );
    expect(text).toContain("process_resident_memory_bytes");
  });

  test("keeps which configuration is active, also after a restart", async () => {
    await using project = await temporaryProject();
    const activeOf = async (address: string) =>
      ((await (await fetch(`${address}/api/v1/configurations`)).json()) as { active: string }).active;
    const first = createServer({ folder: project.folder, ...silent });
    const address = await first.start();
    const choose = (name: string) =>
      fetch(`${address}/api/v1/configuration`, {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ name }),
      });
    expect(await activeOf(address)).toBe("Embedded");
    expect((await choose("Mars")).status).toBe(404);
    expect((await choose("AWS")).status).toBe(200);
    await first.stop();
    const second = createServer({ folder: project.folder, ...silent });
    expect(await activeOf(await second.start())).toBe("AWS");
    await second.stop();
  });

  test("stays with the configuration that was chosen when it gets another name", async () => {
    const chosen = { kind: "embedded", name: "Test", constants: {} } as const;
    const own = { name: "Own", kind: "aws", constants: {} } as const;
    await using server = await startTestServer({}, { ...shop, configurations: [own, chosen] });
    await server.send("PUT", "/api/v1/configuration", { name: "Test" });
    const file = join(server.folder, "rivulet.json");
    await writeFile(file, (await readFile(file, "utf8")).replace('"Test"', '"Staging", "id": "Test"'));
    await expect
      .poll(async () => (await server.get("/api/v1/configurations")).body)
      .toMatchObject({ active: "Staging", activeId: "Test" });
    const { status } = await server.run("Greet", { parameters: { Name: "Ann" } });
    expect(status).toBe(200);
  });

  test("runs nothing when the configuration that was chosen is gone, rather than with another", async () => {
    await using server = await startTestServer();
    writeActiveConfiguration(server.folder, "Test");
    const { status, body } = await server.run("Greet", { parameters: { Name: "Ann" } });
    expect([status, body["problems"]]).toMatchObject([422, [{ code: "unknown-configuration" }]]);
    expect((await server.get("/api/v1/configurations")).body["active"]).toBeNull();
  });
});

describe("a server that is told to stop", () => {
  test("lets a run that is under way end, answers it, and takes no other", async () => {
    await using project = await temporaryProject();
    const server = createServer({ folder: project.folder, ...silent, grace: 200 });
    const address = await server.start();
    const post = (path: string) => fetch(address + path, { method: "POST" });
    const waiting = post("/api/v1/microflows/Sales.Forever/runs");
    while (!(await (await fetch(`${address}/metrics`)).text()).includes("rivulet_runs_active 1"));
    const events = fetch(`${address}/api/v1/project/events`).then((response) => response.text());
    const stopped = server.stop();
    expect((await fetch(`${address}/readyz`)).status).toBe(503);
    expect((await post("/api/v1/microflows/Sales.Nothing/runs")).status).toBe(503);
    expect(await (await waiting).json()).toMatchObject({ status: "cancelled" });
    await stopped;
    expect(await events).toBe(": connected\n\n");
    await expect(fetch(`${address}/healthz`)).rejects.toThrow("fetch failed");
  });

  test.each(["SIGTERM", "SIGINT"] as const)(
    "by %s ends with code 0",
    async (signal) => {
      await using project = await temporaryProject();
      await using server = await startProcess(project.folder);
      expect(await runGreet(server.address)).toBe("Hello Ann");
      expect(await server.end(signal)).toBe(0);
      expect(readdirSync(join(project.folder, ".rivulet/servers"))).toEqual([]);
    },
    processTimeout,
  );

  test(
    "by kill -9 leaves nothing in the way: the next one serves what was saved",
    async () => {
      await using project = await temporaryProject();
      await using killed = await startProcess(project.folder);
      expect(await readServers(join(project.folder, ".rivulet"))).toHaveLength(1);
      expect(await killed.end("SIGKILL")).toBe("SIGKILL");
      const second = createServer({ folder: project.folder, ...silent });
      expect(await runGreet(await second.start())).toBe("Hello Ann");
      expect(await readServers(join(project.folder, ".rivulet"))).toMatchObject([{ pid: process.pid }]);
      await second.stop();
    },
    processTimeout,
  );
});

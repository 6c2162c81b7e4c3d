import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";
import { call } from "./raw-call.test-support.ts";
import { pathOf, readRoutes } from "./route-list.test-support.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const alive = async () => expect((await server.get("/healthz")).status).toBe(200);
const megabyte = 1024 * 1024;

describe.each((await readRoutes()).filter(({ body }) => body !== undefined))("$method $path", (route) => {
  const send = (body: string) => call(server.address, { method: route.method, path: pathOf(route), body });

  test("takes no JSON that is larger than it needs", async () => {
    const limit = route.bodyLimit ?? megabyte;
    expect(limit).toBeLessThanOrEqual(64 * megabyte);
    const { status } = await send(`{"x":"${"y".repeat(limit)}"}`);
    // The server hangs up on who goes on sending, so the answer may be lost on its way.
    expect([0, 413]).toContain(status);
    await alive();
  });

  test("takes no JSON that is nested deeply", async () => {
    for (const deep of [
      "[".repeat(100_000),
      '{"a":'.repeat(50_000),
      `${"[".repeat(5_000)}${"]".repeat(5_000)}`,
    ]) {
      expect([400, 413]).toContain((await send(deep)).status);
    }
    await alive();
  });

  test("takes no JSON with numbers or keys that cost more than they are worth", async () => {
    const numbers = `{"x":[${"1e308,".repeat(1_000)}1${"0".repeat(10_000)}]}`;
    const keys = `{${Array.from({ length: 20_000 }, (_, at) => `"k${at}":${at}`).join(",")}}`;
    for (const body of [numbers, keys]) {
      const { status } = await send(body);
      expect(status >= 400 && status < 500).toBe(true);
    }
    await alive();
  });
});

describe("connections", () => {
  const open = (): Promise<Socket> => {
    const { hostname, port } = new URL(server.address);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => resolve(socket));
      socket.on("error", reject);
    });
  };

  test("of hundreds that begin a request and do not go on hold nobody else up", async () => {
    const sockets = await Promise.all(Array.from({ length: 300 }, open));
    const { host } = new URL(server.address);
    const json = "Content-Type: application/json\r\nContent-Length: 100";
    for (const [at, socket] of sockets.entries()) {
      const head = `POST /api/v1/microflows/Sales.Greet/runs HTTP/1.1\r\nHost: ${host}\r\n`;
      socket.write(at % 2 === 0 ? head : `${head}${json}\r\n\r\n{`);
    }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => server.run("Greet", { parameters: { Name: "Ann" } })),
    );
    expect(answers.map(({ body }) => body["result"])).toEqual(Array(20).fill("Hello Ann"));
    for (const socket of sockets) socket.destroy();
    await alive();
  });

  test("with more runs than the server takes are told to come back, and those under way go on", async () => {
    await using small = await startTestServer({ limits: { concurrentRuns: 3 } });
    const started = await Promise.all(
      Array.from({ length: 20 }, () => small.run("Forever", { wait: false })),
    );
    const taken = started.filter(({ status }) => status === 202);
    expect(taken).toHaveLength(3);
    expect(started.filter(({ status }) => status === 429)).toHaveLength(17);
    for (const { body } of taken) {
      const path = `/api/v1/runs/${String(body["runId"])}`;
      expect((await small.get(path)).body["status"]).toBe("running");
      await small.send("POST", `${path}/cancel`, {});
    }
  });
});

test.each(["headersTimeout", "requestTimeout"])("a slow sender is let go: %s is set", async (name) => {
  const { createApplication } = await import("../http/application.ts");
  const { createLog } = await import("../http/log.ts");
  const application = createApplication({
    routes: [],
    hostNames: ["localhost"],
    log: createLog({ level: "silent" }),
    identify: () => ({ kind: "local" }),
    refusedPage: ({ problem }) => {
      throw problem;
    },
    onAnswered: () => {},
  });
  const milliseconds = application.server[name as "headersTimeout" | "requestTimeout"];
  expect(milliseconds).toBeGreaterThan(0);
  expect(milliseconds).toBeLessThanOrEqual(30_000);
  await application.close();
});

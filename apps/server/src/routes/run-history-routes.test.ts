import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const run = async (microflow: string, body: Parameters<TestServer["run"]>[1]) => {
  const { body: answer } = await server.run(microflow, body);
  return String(answer["runId"]);
};
const read = async (runId: string) => (await server.get(`/api/v1/runs/${runId}`)).body;
const list = async (query: string) => {
  const { body } = await server.get(`/api/v1/runs${query}`);
  return body as { runs: { runId: string; failure: string | null; duration: number }[] };
};

describe("a run that has ended", () => {
  test("is there with what it took, how long it took, and whether its microflow is still the same", async () => {
    const runId = await run("Greet", { parameters: { Name: "Ann" } });
    const { duration, ...found } = await read(runId);
    expect(duration).toBeGreaterThan(0);
    expect(found).toMatchObject({
      parameters: { Name: "Ann" },
      result: "Hello Ann",
      who: null,
      failure: null,
      cut: [],
      redacted: [],
      flow: "same",
      isTraced: false,
    });
    const file = join(server.folder, "modules/Sales/microflows/Greet.json");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace("Hello ", "Welcome "));
    expect(await read(runId)).toMatchObject({ flow: "changed" });
    await writeFile(file, text);
  });

  test("is repeated with the same parameters", async () => {
    const runId = await run("Greet", { parameters: { Name: "Bob" } });
    const { status, body } = await server.send("POST", `/api/v1/runs/${runId}/rerun`, { trace: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "completed", result: "Hello Bob", microflow: "Sales.Greet" });
    expect(body["runId"]).not.toBe(runId);
    const trace = await server.get(`/api/v1/runs/${String(body["runId"])}/trace`);
    expect(trace.body["elements"]).toHaveProperty(["Sales.Greet.end"]);
  });

  test.each([
    ["hold a secret", "(secret)", "secrets"],
    ["were too large to be kept", "x".repeat(100_000), "not kept as a whole"],
  ])("is not repeated where its parameters %s", async (_, Name, reason) => {
    const runId = await run("Greet", { parameters: { Name } });
    const { status, body } = await server.send("POST", `/api/v1/runs/${runId}/rerun`);
    expect([status, body["code"]]).toEqual([409, "run-not-repeatable"]);
    expect(body["detail"]).toContain(reason);
  });

  test("of which the result is too large is answered as a whole while the server remembers it", async () => {
    const Lines = Array.from({ length: 3_000 }, () => ({ Text: "x".repeat(100) }));
    const found = await read(await run("MakeOrders", { parameters: { Lines } }));
    expect(found["result"]).toHaveLength(3_000);
    expect(found["cut"]).toEqual(["parameters"]);
  });

  test.each(["/trace", "/events", ""])("that nobody knows has no %s", async (part) => {
    const { status, body } = await server.get(`/api/v1/runs/nobody${part}`);
    expect([status, body["code"]]).toEqual([404, "unknown-run"]);
  });
});

test("runs are found by a text in their error and by when they started", async () => {
  const before = new Date().toISOString();
  const runId = await run("Divide", { parameters: { By: 0 } });
  const [found] = (await list("?error=ZERO&limit=1")).runs;
  expect(found).toMatchObject({ runId, failure: expect.stringMatching(/^[a-z-]+: .*zero/i) as string });
  const query = (name: string, time: string) => `?${name}=${encodeURIComponent(time)}`;
  expect((await list(query("from", before))).runs.map((each) => each.runId)).toEqual([runId]);
  expect((await list(query("to", before))).runs.map((each) => each.runId)).not.toContain(runId);
  expect((await list("?who=nobody")).runs).toEqual([]);
  expect((await server.get("/api/v1/runs?from=yesterday")).status).toBe(400);
});

test("whoever follows all runs is told when one begins and ends", async () => {
  const leaving = new AbortController();
  const response = await fetch(`${server.address}/api/v1/runs/events`, { signal: leaving.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  await run("Nothing", {});
  let text = "";
  while (!text.includes("event: runs")) text += (await reader?.read())?.value ?? "";
  leaving.abort();
  expect(text).toContain("event: runs\ndata: {}");
});

test("a limit of the history that is none is refused with the way out", async () => {
  const environment = { RIVULET_HISTORY_RUNS: "all" };
  await expect(startTestServer({ environment })).rejects.toMatchObject({ code: "wrong-setting" });
});

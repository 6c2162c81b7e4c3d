import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readEvents, startTestServer, type TestServer } from "../test-server.test-support.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ limits: { concurrentRuns: 3, wait: 300 } });
});
afterAll(() => server[Symbol.asyncDispose]());

const order = { $entity: "Sales.Order", $id: "7", Title: "First", Number: 5, Total: "12.50" };

describe("running a microflow", () => {
  test("answers its result, and which configuration it ran with", async () => {
    const { status, body } = await server.run("Greet", { parameters: { Name: "Ann" } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      microflow: "Sales.Greet",
      configuration: "Embedded",
      status: "completed",
      result: "Hello Ann",
      clientActions: [],
    });
  });

  test("needs no body where there are no parameters", async () => {
    const { status, body } = await server.send("POST", "/api/v1/microflows/Sales.Nothing/runs");
    expect([status, body["status"], body["result"]]).toEqual([200, "completed", null]);
  });

  test("takes and answers objects, nested as deep as asked", async () => {
    const parameters = { Text: "A line", Order: order };
    const flat = await server.run("MakeLine", { parameters });
    expect(flat.body["result"]).toMatchObject({ $entity: "Sales.Line", Text: "A line" });
    expect(typeof (flat.body["result"] as Record<string, unknown>)["Sales.Line_Order"]).toBe("string");
    const nested = await server.run("MakeLine", { parameters }, "?expand=1");
    expect(nested.body["result"]).toMatchObject({ "Sales.Line_Order": { Title: "First", Total: "12.5" } });
  });

  test("that fails is a run that failed, with the reason and the place", async () => {
    const { status, body } = await server.run("Divide", { parameters: { By: 0 } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: "failed",
      error: { microflow: "Sales.Divide", activity: "Sales.Divide.end" },
    });
    expect(JSON.stringify(body)).not.toMatch(/node:internal|\.ts:\d/);
  });

  test.each([
    ["Greet", {}, 400, "wrong-parameters"],
    ["Greet", { parameters: { Name: 5 } }, 400, "wrong-parameters"],
    ["Greet", { parameters: { Name: "Ann", More: 1 } }, 400, "wrong-parameters"],
    ["Greet", { parameters: [] }, 400, "wrong-request"],
    ["Greet", { parameters: { Name: "Ann" }, wait: "yes" }, 400, "wrong-request"],
    ["Greet", { parameters: { Name: "Ann" }, unknown: 1 }, 400, "wrong-request"],
    ["Greet", { parameters: { Name: "Ann" }, configuration: "Mars" }, 404, "unknown-configuration"],
    ["Missing", {}, 404, "unknown-microflow"],
    ["Secret", {}, 404, "unknown-microflow"],
    ["Broken", {}, 422, "project-has-problems"],
  ])("%s with %j is answered with %i %s", async (microflow, request, status, code) => {
    const answer = await server.run(microflow, request);
    expect([answer.status, answer.body["code"]]).toEqual([status, code]);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
  });

  test("names what is wrong with the microflow", async () => {
    const { body } = await server.run("Broken");
    expect(body["problems"]).toMatchObject([{ severity: "error", place: { document: "Sales.Broken" } }]);
    expect(body["detail"]).toContain("$Missing");
  });

  test("tells what it did when that was asked for", async () => {
    const { body } = await server.run("Greet", { parameters: { Name: "Ann" }, trace: true });
    const trace = await server.get(`/api/v1/runs/${String(body["runId"])}/trace`);
    expect(trace.body).toMatchObject({
      elements: { "Sales.Greet.end": { count: 1, status: "done" } },
      steps: expect.arrayContaining([
        expect.objectContaining({
          element: "Sales.Greet.end",
          variables: [expect.objectContaining({ name: "Name", after: "Ann" })],
        }),
      ]),
    });
    const plain = await server.run("Greet", { parameters: { Name: "Ann" } });
    const none = await server.get(`/api/v1/runs/${String(plain.body["runId"])}/trace`);
    expect([none.status, none.body["code"]]).toEqual([404, "unknown-run"]);
  });

  test("whose file cannot be read says so", async () => {
    const file = join(server.folder, "modules/Sales/microflows/Half.json");
    await writeFile(file, '{ "format": ');
    const { status, body } = await server.run("Half");
    await rm(file);
    expect([status, body["code"]]).toEqual([422, "project-has-problems"]);
    expect(body["problems"]).toMatchObject([{ place: { file: "modules/Sales/microflows/Half.json" } }]);
  });

  test("does not keep the caller longer than the limit", async () => {
    const { status, headers, body } = await server.run("Forever");
    expect([status, body["status"]]).toEqual([202, "running"]);
    expect(headers.get("location")).toBe(`/api/v1/runs/${String(body["runId"])}`);
    await server.send("POST", `/api/v1/runs/${String(body["runId"])}/cancel`);
  });
});

describe("a run", () => {
  const startForever = async () => String((await server.run("Forever", { wait: false })).body["runId"]);
  const cancel = (runId: string) => server.send("POST", `/api/v1/runs/${runId}/cancel`, {});
  const ended = async (runId: string) =>
    readEvents(await fetch(`${server.address}/api/v1/runs/${runId}/events`));

  test("is found again with its result and its log", async () => {
    const { body: started } = await server.run("Greet", { parameters: { Name: "Bob" } });
    const { body } = await server.get(`/api/v1/runs/${String(started["runId"])}`);
    expect(body).toMatchObject({ status: "completed", result: "Hello Bob" });
    expect(body["log"]).toMatchObject([{ level: "info", message: "Greeting Bob", microflow: "Sales.Greet" }]);
  });

  test("under way can be cancelled, and one that has ended stays as it is", async () => {
    const runId = await startForever();
    expect((await server.get(`/api/v1/runs/${runId}`)).body["status"]).toBe("running");
    expect((await cancel(runId)).status).toBe(200);
    const events = await ended(runId);
    expect(events.at(-1)).toMatchObject({ event: "state", id: "ended", data: { status: "cancelled" } });
    expect((await cancel(runId)).body["status"]).toBe("cancelled");
  });

  test("can be followed: what it logs, and how it stands, to its end", async () => {
    const { body } = await server.run("Greet", { parameters: { Name: "Cleo" }, wait: false });
    const address = `${server.address}/api/v1/runs/${String(body["runId"])}/events`;
    const response = await fetch(address);
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const events = await readEvents(response);
    expect(events.filter(({ event }) => event === "log")).toMatchObject([
      { data: { message: "Greeting Cleo" } },
    ]);
    expect(events.at(-1)).toMatchObject({ event: "state", id: "ended", data: { status: "completed" } });
    const again = await fetch(address, { headers: { "last-event-id": "ended" } });
    expect(again.status).toBe(204);
  });

  test.each(["/api/v1/runs/unknown", "/api/v1/runs/unknown/events"])("at %s is not known", async (path) => {
    const { status, body } = await server.get(path);
    expect([status, body["code"]]).toEqual([404, "unknown-run"]);
  });

  test("beyond the limit is refused until another has ended", async () => {
    const runs = await Promise.all([startForever(), startForever(), startForever()]);
    const refused = await server.run("Greet", { parameters: { Name: "Dan" } });
    expect([refused.status, refused.body["code"]]).toEqual([429, "too-many-runs"]);
    expect(refused.headers.get("retry-after")).toBe("1");
    await Promise.all(runs.map(cancel));
    await Promise.all(runs.map(ended));
    expect((await server.run("Greet", { parameters: { Name: "Dan" } })).status).toBe(200);
  });
});

describe("the list of runs", () => {
  test("is newest first, filtered, and in pages", async () => {
    await using own = await startTestServer();
    for (const Name of ["1", "2", "3"]) await own.run("Greet", { parameters: { Name } });
    await own.run("Divide", { parameters: { By: 0 } });
    const list = async (query: string) =>
      (await own.get(`/api/v1/runs${query}`)).body as {
        runs: { microflow: string; runId: string }[];
        next: string | null;
      };
    const all = await list("");
    expect(all.runs.map(({ microflow }) => microflow)).toEqual([
      "Sales.Divide",
      "Sales.Greet",
      "Sales.Greet",
      "Sales.Greet",
    ]);
    expect(all.next).toBeNull();
    expect((await list("?status=failed")).runs).toHaveLength(1);
    expect((await list("?microflow=Sales.Greet")).runs).toHaveLength(3);
    const first = await list("?limit=3");
    const second = await list(`?limit=3&after=${String(first.next)}`);
    expect([...first.runs, ...second.runs]).toEqual(all.runs);
    expect((await own.get("/api/v1/runs?limit=0")).status).toBe(400);
    expect((await own.get("/api/v1/runs?status=odd")).status).toBe(400);
  });
});

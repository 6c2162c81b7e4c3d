import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import type { ProjectSketch } from "@rivulet/testkit";
import { pino } from "pino";
import { afterEach, expect, test } from "vitest";
import { shop } from "../sample-project.test-support.ts";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";
import { tutorial } from "../tutorial-project.test-support.ts";
import { type Collector, startCollector } from "./collector.test-support.ts";
import { startTelemetry } from "./start-telemetry.ts";

const traceId = "0af7651916cd43dd8448eb211c80319c";
const callersSpan = "b7ad6b7169203331";
const traceParent = `00-${traceId}-${callersSpan}-01`;

const serverKind = 2;
const clientKind = 3;
const failed = 2;

let collector: Collector | undefined;
let server: TestServer | undefined;
afterEach(async () => {
  await server?.[Symbol.asyncDispose]();
  await collector?.[Symbol.asyncDispose]();
  [server, collector] = [undefined, undefined];
});

/** A server that sends its spans at once, and what it logs. */
async function start(endpoint: string, environment: Readonly<Record<string, string>> = {}, sketch = shop) {
  const lines: string[] = [];
  const own = { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_BSP_SCHEDULE_DELAY: "20", ...environment };
  const log = { level: "info", stream: { write: (line: string) => lines.push(line) } } as const;
  server = await startTestServer({ environment: own, log }, sketch);
  return { started: server, lines };
}

async function call(address: string, microflow: string, parameters: object, headers = {}) {
  const response = await fetch(`${address}/api/v1/microflows/Sales.${microflow}/runs`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ parameters }),
  });
  return (await response.json()) as { readonly runId: string; readonly traceId?: string };
}

test("a run is a child of its request, and that of its caller, in one trace that the run and the log name", async () => {
  collector = await startCollector();
  const { started, lines } = await start(collector.endpoint, {
    OTEL_SERVICE_NAME: "shop",
    OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=test",
    OTEL_EXPORTER_OTLP_HEADERS: "x-key=of-the-collector",
  });
  const answer = await call(
    started.address,
    "Greet",
    { Name: "Ann of Green Gables" },
    { traceparent: traceParent },
  );
  expect(answer.traceId).toBe(traceId);
  const request = await collector.span("POST /api/v1/microflows/:name/runs");
  const run = await collector.span("run Sales.Greet");
  expect(request).toMatchObject({ traceId, parentSpanId: callersSpan, kind: serverKind });
  expect(request.attributes).toMatchObject({
    "http.request.method": "POST",
    "http.route": "/api/v1/microflows/:name/runs",
    "http.response.status_code": 200,
  });
  expect(run).toMatchObject({ traceId, parentSpanId: request.spanId });
  expect(run.attributes).toMatchObject({
    "rivulet.microflow": "Sales.Greet",
    "rivulet.run.id": answer.runId,
    "rivulet.run.status": "completed",
  });
  expect(collector.resource).toMatchObject({ "service.name": "shop", "deployment.environment.name": "test" });
  expect(collector.headers[0]).toMatchObject({ url: "/v1/traces", "x-key": "of-the-collector" });
  const stored = await started.get(`/api/v1/runs/${answer.runId}`);
  expect(stored.body["traceId"]).toBe(traceId);
  const named = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(named.filter((line) => line["traceId"] === traceId).map((line) => line["msg"])).toEqual(
    expect.arrayContaining(["Greeting Ann of Green Gables", "answered"]),
  );
  expect(collector.texts.join()).not.toMatch(/Green Gables|Greeting|of-the-collector/);
});

const withPage: ProjectSketch = {
  ...shop,
  modules: {
    ...shop.modules,
    Front: {
      pages: {
        Home: {
          widgets: [
            {
              kind: "button",
              name: "go",
              fields: {
                caption: { text: "Go", arguments: [] },
                look: "default",
                onClick: { kind: "callMicroflow", microflow: "Sales.Nothing" },
              },
            },
          ],
        },
      },
    },
  },
};

test("a run that a page starts is a child of the click that asked for it", async () => {
  collector = await startCollector();
  const { started } = await start(collector.endpoint, {}, withPage);
  const sessions = "/api/v1/app/sessions";
  const { body: begun } = await started.send("POST", sessions, {});
  const session = `${sessions}/${String(begun["session"])}`;
  const { body: page } = await started.send("POST", `${session}/pages`, { page: "Front.Home" });
  const click = await fetch(`${started.address}${session}/clicks`, {
    method: "POST",
    headers: { "content-type": "application/json", traceparent: traceParent },
    body: JSON.stringify({ opening: page["opening"], widget: "Front.Home.go" }),
  });
  expect(click.status).toBe(200);
  const request = await collector.span("POST /api/v1/app/sessions/:session/clicks");
  const run = await collector.span("run Sales.Nothing");
  expect(request).toMatchObject({ traceId, parentSpanId: callersSpan });
  expect(run).toMatchObject({ traceId, parentSpanId: request.spanId });
});

test("what Prometheus reads is sent as well: the same names, labels and numbers", async () => {
  collector = await startCollector();
  const { started } = await start(collector.endpoint, {
    OTEL_TRACES_EXPORTER: "none",
    OTEL_METRIC_EXPORT_INTERVAL: "200",
    OTEL_SERVICE_NAME: "shop",
  });
  for (let calls = 0; calls < 3; calls += 1)
    await call(started.address, "Greet", { Name: "Ann of Green Gables" });
  const named = (name: string) => collector?.metrics.find((metric) => metric.name === name);
  const runs = () => JSON.stringify(named("rivulet_runs_total")?.sum?.dataPoints ?? []);
  await expect.poll(runs, { timeout: 15_000 }).toContain('"asDouble":3');
  expect(named("rivulet_runs_total")).toMatchObject({
    description: "Runs that ended, by how they ended.",
    sum: { isMonotonic: true },
  });
  expect(runs()).toContain("Sales.Greet");
  expect(named("rivulet_runs_active")?.gauge?.dataPoints).toMatchObject([{ asDouble: 0 }]);
  const [durations] = named("rivulet_run_duration_seconds")?.histogram?.dataPoints ?? [];
  expect(named("rivulet_run_duration_seconds")?.unit).toBe("s");
  expect(durations).toMatchObject({ count: 3 });
  expect(durations?.bucketCounts?.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect(durations?.bucketCounts?.length).toBe((durations?.explicitBounds?.length ?? 0) + 1);
  const text = await fetch(`${started.address}/metrics`).then((answer) => answer.text());
  const declared = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
  expect(new Set(collector.metrics.map(({ name }) => name))).toEqual(declared);
  expect(collector.spans).toEqual([]);
  expect(collector.texts.join()).not.toContain("Green Gables");
});

test("a run that fails says so by the code of its error, without a value of it", async () => {
  collector = await startCollector();
  const { started } = await start(collector.endpoint);
  await call(started.address, "Divide", { By: 0 });
  const run = await collector.span("run Sales.Divide");
  expect(run.status.code).toBe(failed);
  expect(run.attributes["error.type"]).toBe(run.status.message);
  expect(run.status.message).toMatch(/^[a-z-]+$/);
});

test("what a caller does not sample is not sent, and what asks whether the server lives is not watched", async () => {
  collector = await startCollector();
  const { started } = await start(collector.endpoint);
  await call(started.address, "Greet", { Name: "Ann" }, { traceparent: traceParent.replace(/01$/, "00") });
  await started.get("/readyz");
  await call(started.address, "Nothing", {});
  await collector.span("run Sales.Nothing");
  expect(collector.spans.map(({ name }) => name)).toEqual([
    "run Sales.Nothing",
    "POST /api/v1/microflows/:name/runs",
  ]);
});

test("a server that stops sends what is left first", async () => {
  collector = await startCollector();
  const { started } = await start(collector.endpoint, { OTEL_BSP_SCHEDULE_DELAY: "60000" });
  await call(started.address, "Greet", { Name: "Ann" });
  expect(collector.texts).toEqual([]);
  server = undefined;
  await started[Symbol.asyncDispose]();
  expect(collector.spans.map(({ name }) => name)).toContain("run Sales.Greet");
});

/** Takes connections and never answers. */
async function startSilence() {
  const silence = createServer((socket) => void socket.on("error", () => {}));
  await new Promise<void>((resolve) => {
    silence.listen(0, "127.0.0.1", resolve);
  });
  return { silence, endpoint: `http://127.0.0.1:${(silence.address() as AddressInfo).port}` };
}

test("a collector that never answers keeps no run, and a queue that is full loses spans and nothing else", async () => {
  const { silence, endpoint } = await startSilence();
  const { started, lines } = await start(endpoint, {
    OTEL_BSP_MAX_QUEUE_SIZE: "2",
    OTEL_EXPORTER_OTLP_TIMEOUT: "200",
  });
  for (let calls = 0; calls < 20; calls += 1)
    expect(await call(started.address, "Greet", { Name: "Ann" })).toMatchObject({ status: "completed" });
  await expect.poll(() => lines.filter((line) => line.includes("traces cannot be sent")).length).toBe(1);
  silence.close();
});

test("without a collector a caller's trace is noted all the same, and nothing of OpenTelemetry is there", async () => {
  server = await startTestServer({}, shop);
  expect(await call(server.address, "Greet", { Name: "Ann" }, { traceparent: traceParent })).toMatchObject({
    traceId,
  });
  const without = await call(server.address, "Greet", { Name: "Ann" }, { traceparent: "00-nonsense" });
  expect(without.traceId).toBeUndefined();
  expect(await startTelemetry({ OTEL_SERVICE_NAME: "shop" }, pino({ level: "silent" }))).toBeUndefined();
});

/** A stand-in for DynamoDB that refuses every call, and quotes something as it does. */
async function startRefusing() {
  const refusing = createHttpServer((request, response) => {
    request.resume();
    response.writeHead(400, {
      "content-type": "application/x-amz-json-1.0",
      "x-amzn-requestid": "request-7",
    });
    response.end(
      JSON.stringify({ __type: "x#ValidationException", message: "Ann of Green Gables does not fit" }),
    );
  });
  await new Promise<void>((resolve) => {
    refusing.listen(0, "127.0.0.1", resolve);
  });
  return { refusing, url: `http://127.0.0.1:${(refusing.address() as AddressInfo).port}` };
}

test("a call of DynamoDB stands below its run, with what AWS said by code and without what it quoted", async () => {
  collector = await startCollector();
  const { refusing, url } = await startRefusing();
  const { started } = await start(
    collector.endpoint,
    { RIVULET_DYNAMODB_ENDPOINT: url, AWS_ACCESS_KEY_ID: "AKIATEST", AWS_SECRET_ACCESS_KEY: "a long secret" },
    tutorial,
  );
  await call(started.address, "DS_ListTables", {});
  const run = await collector.span("run Sales.DS_ListTables");
  const effect = await collector.span("DynamoDB.ListTables");
  expect(effect).toMatchObject({ kind: clientKind, parentSpanId: run.spanId, traceId: run.traceId });
  expect(effect.status.code).toBe(failed);
  expect(effect.attributes).toMatchObject({
    "db.system.name": "aws.dynamodb",
    "db.operation.name": "ListTables",
    "rpc.service": "DynamoDB",
    "cloud.region": "us-east-1",
    "server.address": "127.0.0.1",
    "rivulet.activity.id": "Sales.DS_ListTables.call",
    "db.response.status_code": "ValidationException",
    "aws.request_id": "request-7",
  });
  expect(collector.texts.join()).not.toMatch(/Green Gables|a long secret|AKIATEST/);
  refusing.close();
});

import { chmodSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type EmbeddedPostgres, openDatabase, startEmbeddedPostgres } from "@rivulet/persistence";
import { KeptSecrets } from "@rivulet/runtime";
import { createVariable, log, type ProjectSketch } from "@rivulet/testkit";
import { hiddenSecret } from "@rivulet/values";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createServer, type RivuletServer } from "../create-server.ts";
import { type TemporaryProject, temporaryProject } from "../sample-project.test-support.ts";
import { type Collector, startCollector } from "../telemetry/collector.test-support.ts";

/** The secrets that are sown: kept on this machine, in the environment, and keys of AWS. */
const sown = {
  kept: "kept-hush-4f1a9c",
  forOne: "one-hush-77d0e2",
  environment: "environment-hush-b83c55",
  aws: "aws-hush-90ab3f/+key",
  key: Buffer.alloc(32, 7).toString("base64"),
};

/** Everything that was seen coming out. */
const outputs: { readonly where: string; readonly text: string }[] = [];
const saw = (where: string, text: string) => void outputs.push({ where, text });

const copy = (secret: string) => createVariable("Copy", "String", secret);
const sketch: ProjectSketch = {
  configurations: [{ name: "Embedded", kind: "embedded", region: "eu-central-1", constants: {} }],
  modules: {
    Sales: {
      constants: {
        Kept: { type: "String", isSecret: true },
        ForOne: { type: "String", isSecret: true },
        Environment: { type: "String", isSecret: true },
      },
      microflows: Object.fromEntries(
        ["Kept", "ForOne", "Environment"].flatMap((name) => [
          [
            `Log${name}`,
            { elements: { copy: copy(`@Sales.${name}`), note: log("'The key is ' + $Copy + '.'") } },
          ],
          [
            `Fail${name}`,
            {
              returns: "Integer" as const,
              elements: { copy: copy(`'x' + @Sales.${name}`), note: log("$Copy") },
              result: "parseInteger($Copy)",
            },
          ],
          [
            `Take${name}`,
            {
              parameters: { Text: "String" as const },
              returns: "Boolean" as const,
              elements: {},
              result: `$Text = @Sales.${name}`,
            },
          ],
        ]),
      ),
    },
  },
};

let project: TemporaryProject;
let postgres: EmbeddedPostgres;
let server: RivuletServer;
let address: string;
let collector: Collector;

/** Asks the server and notes all of its answer. */
async function ask(path: string, method = "GET", body?: object): Promise<Record<string, unknown>> {
  const content = { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(address + path, { method, ...(body ? content : {}) });
  const text = await response.text();
  saw(`${method} ${path}`, JSON.stringify([...response.headers]) + text);
  return text.startsWith("{") ? (JSON.parse(text) as Record<string, unknown>) : {};
}

async function runEverything(): Promise<void> {
  for (const name of ["Kept", "ForOne", "Environment"] as const) {
    for (const what of ["Log", "Fail"]) {
      const run = await ask(`/api/v1/microflows/Sales.${what}${name}/runs`, "POST", { trace: true });
      const path = `/api/v1/runs/${String(run["runId"])}`;
      for (const part of ["", "/trace", "/events"]) await ask(path + part);
    }
  }
  const run = await ask("/api/v1/microflows/Sales.TakeKept/runs", "POST", {
    parameters: { Text: sown.kept },
    trace: true,
  });
  await ask(`/api/v1/runs/${String(run["runId"])}`);
  await ask(`/api/v1/runs/${String(run["runId"])}/trace`);
}

/** Everything that a person can read of a server. */
const addresses = [
  "/",
  "/api/docs",
  "/api/openapi.json",
  "/api/v1/runs?limit=100",
  "/api/v1/constants",
  "/api/v1/configurations",
  "/api/v1/project",
  "/api/v1/project/records",
  "/api/v1/project/problems",
  "/api/v1/project/microflows/Sales.LogKept/export",
  "/api/v1/project/microflows/Sales.FailEnvironment/export",
  "/readyz",
  "/metrics",
];

async function readRows(): Promise<void> {
  await using database = await openDatabase(postgres.url);
  for (const { name } of await database.tables.introspection.getTables()) {
    const rows = await database.tables
      .selectFrom(name as "runs")
      .selectAll()
      .execute();
    for (const row of rows) saw(`the table ${name}`, JSON.stringify(row));
  }
}

beforeAll(async () => {
  for (const stream of ["stdout", "stderr"] as const) {
    const write = process[stream].write.bind(process[stream]);
    vi.spyOn(process[stream], "write").mockImplementation((...words: unknown[]) => {
      saw(stream, String(words[0]));
      return (write as (...all: unknown[]) => boolean)(...words);
    });
  }
  project = await temporaryProject(sketch);
  // For the account of PostgreSQL, so that root's test leaves nothing elsewhere.
  chmodSync(project.folder, 0o755);
  postgres = await startEmbeddedPostgres({ folder: join(project.folder, "database") });
  collector = await startCollector();
  const environment = {
    RIVULET_SECRET_KEY: sown.key,
    RIVULET_CONSTANT_Sales_Environment: sown.environment,
    DATABASE_URL: postgres.url,
    AWS_ACCESS_KEY_ID: "AKIATEST",
    AWS_SECRET_ACCESS_KEY: sown.aws,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
  };
  const stream = { write: (line: string) => saw("the log", line) };
  server = createServer({
    folder: project.folder,
    port: 0,
    environment,
    log: { level: "trace", stream },
  });
  address = await server.start();
  await ask("/api/v1/secrets/Sales.Kept", "PUT", { value: sown.kept });
  await ask("/api/v1/secrets/Sales.ForOne", "PUT", { value: sown.forOne, configuration: "Embedded" });
  await runEverything();
  for (const path of addresses) await ask(path);
  await server.stop();
  for (const text of collector.texts) saw("the traces", text);
  await readRows();
  await postgres.stop();
  // The database is written down completely now.
  for (const name of readdirSync(project.folder, { recursive: true }).map(String)) {
    const file = join(project.folder, name);
    if (statSync(file).isFile()) saw(`the file ${name}`, readFileSync(file, "latin1"));
  }
}, 120_000);
afterAll(async () => {
  vi.restoreAllMocks();
  await collector[Symbol.asyncDispose]();
  await project[Symbol.asyncDispose]();
});

test("the flows did read the secrets", () => {
  const kept = new KeptSecrets(project.folder, { RIVULET_SECRET_KEY: sown.key }).values("Embedded");
  expect(kept).toEqual({ values: { "Sales.Kept": sown.kept, "Sales.ForOne": sown.forOne } });
  const answers = outputs.filter(({ where }) => where.includes("TakeKept"));
  expect(answers.map(({ text }) => text).join()).toContain('"result":true');
});

test("the runs are in the database, and their logs in the log", () => {
  for (const place of ["the table runs", "the log"]) {
    const found = outputs.filter(
      ({ where, text }) => where === place && text.includes(`The key is ${hiddenSecret}.`),
    );
    expect([place, found.length > 0]).toEqual([place, true]);
  }
  expect(outputs.some(({ where }) => where.startsWith("the file database/data/base"))).toBe(true);
});

test("the runs are in the traces, each with its writing below it", () => {
  const runs = collector.spans.filter(({ name }) => name.startsWith("run "));
  const writings = collector.spans.filter(({ name }) => name === "INSERT runs");
  expect(runs).toHaveLength(7);
  const written = new Set(writings.map(({ parentSpanId }) => parentSpanId));
  expect(runs.filter(({ spanId }) => !written.has(spanId))).toEqual([]);
});

test.each(Object.entries(sown))(
  "the secret %s stands in no output, answer, row, log, trace and file",
  (_, secret) => {
    const spellings = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
    const leaks = outputs.filter(({ text }) => spellings.some((spelling) => text.includes(spelling)));
    expect(leaks.map(({ where }) => where)).toEqual([]);
  },
);

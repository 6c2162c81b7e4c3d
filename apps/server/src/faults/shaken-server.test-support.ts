import { once } from "node:events";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { JsonObject } from "@rivulet/model";
import { createObject, type ProjectSketch } from "@rivulet/testkit";
import { shop, type TemporaryProject, temporaryProject } from "../sample-project.test-support.ts";
import { childrenOf, type ServerProcess, startServerProcess } from "./server-process.test-support.ts";

/** A run of which a client was told that it has ended, or that it was taken. */
interface Acknowledged {
  readonly runId: string;
  /** `undefined` where only the beginning was acknowledged. */
  readonly endedAt: string | undefined;
}

/** The shop, and a microflow that asks DynamoDB. */
const project: ProjectSketch = {
  ...shop,
  configurations: [{ name: "Embedded", kind: "embedded", region: "eu-central-1", constants: {} }],
  connectors: [
    { module: "AWSAuthentication", version: "1.0.0" },
    { module: "AmazonDynamoDBConnector", version: "1.0.0" },
  ],
  modules: {
    ...shop.modules,
    Tables: {
      microflows: {
        List: {
          elements: {
            credentials: {
              kind: "AWSAuthentication.GetStaticCredentials",
              fields: { output: "Credentials" },
            },
            request: createObject("AmazonDynamoDBConnector.ListTablesRequest", "Request"),
            call: {
              kind: "AmazonDynamoDBConnector.ListTables",
              fields: {
                ListTablesRequest: "$Request",
                Region: "AWSAuthentication.ENUM_Region.eu_central_1",
                Credentials: "$Credentials",
                output: "Response",
              },
            },
          },
        },
      },
    },
  },
};

/** A long job is acknowledged more runs than a server keeps by default; those that it deletes by its rules are not lost. */
const everythingKept = { RIVULET_HISTORY_RUNS: "10000000", RIVULET_HISTORY_MEGABYTES: "100000" };

const patience = 60_000;
const clients = 4;

/** A server under load that is shaken, and the book of what it has acknowledged. */
export class ShakenServer {
  readonly folder: string;
  readonly #project: TemporaryProject;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #book: Acknowledged[] = [];
  #judged = 0;
  #calls = 0;
  process: ServerProcess;

  private constructor(
    made: TemporaryProject,
    first: ServerProcess,
    environment: Readonly<Record<string, string>>,
  ) {
    this.#project = made;
    this.folder = made.folder;
    this.process = first;
    this.#environment = environment;
  }

  static async start(more: Readonly<Record<string, string>> = {}): Promise<ShakenServer> {
    const environment = { ...everythingKept, ...more };
    const made = await temporaryProject(project);
    // For the account of PostgreSQL, so that root leaves nothing elsewhere.
    for (const folder of [made.folder, join(made.folder, ".rivulet")]) chmodSync(folder, 0o755);
    return new ShakenServer(made, await startServerProcess(made.folder, environment), environment);
  }

  get acknowledged(): number {
    return this.#book.length;
  }

  async ask(
    path: string,
    body?: JsonObject,
    signal?: AbortSignal,
  ): Promise<{ status: number; body: JsonObject }> {
    const response = await fetch(`${this.process.address}/api/v1/${path}`, {
      signal: signal ?? AbortSignal.timeout(patience),
      ...(body && {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    });
    return { status: response.status, body: (await response.json()) as JsonObject };
  }

  /** Calls microflows from several clients until told to stop; what breaks was not acknowledged. */
  async load(during: Promise<unknown>): Promise<void> {
    const over = new AbortController();
    const end = () => over.abort();
    during.then(end, end);
    const client = async () => {
      while (!over.signal.aborted) await this.#call().catch(() => delay(5));
    };
    await Promise.all(Array.from({ length: clients }, client));
    await during;
  }

  async #call(): Promise<void> {
    this.#calls += 1;
    const name = `nr ${this.#calls}`;
    const wait = this.#calls % 5 !== 0;
    const { status, body } = await this.ask("microflows/Sales.Greet/runs", {
      parameters: { Name: name },
      wait,
    });
    if (status === 202) this.#book.push({ runId: String(body["runId"]), endedAt: undefined });
    if (status !== 200) return;
    if (body["result"] !== `Hello ${name}`)
      throw new Error(`Another answer than asked for: ${JSON.stringify(body)}`);
    this.#book.push({ runId: String(body["runId"]), endedAt: String(body["endedAt"]) });
  }

  /** Waits until microflows can be called again, those that ask DynamoDB too when asked for. */
  async untilReady(microflow: "Sales.Nothing" | "Tables.List" = "Sales.Nothing"): Promise<void> {
    const deadline = performance.now() + patience;
    for (;;) {
      const answer = await this.ask(`microflows/${microflow}/runs`, {}).catch(() => undefined);
      if (answer?.body["status"] === "completed") return;
      if (performance.now() > deadline)
        throw new Error(`${microflow} does not run any more: ${JSON.stringify(answer)}`);
      await delay(50);
    }
  }

  /** A run as the history has it; asked again while the server says that it cannot read it at the moment. */
  async #read(runId: string): Promise<{ status: number; body: JsonObject }> {
    const deadline = performance.now() + patience;
    for (;;) {
      const answer = await this.ask(`runs/${runId}`);
      if (answer.status !== 503 || performance.now() > deadline) return answer;
      await delay(50);
    }
  }

  /** Looks up what was acknowledged since the last time, or all of it. */
  async judge(all = false): Promise<void> {
    for (const { runId, endedAt } of all ? this.#book : this.#book.slice(this.#judged)) {
      const { status, body } = await this.#read(runId);
      const found = `${status} ${JSON.stringify(body)}`;
      if (status !== 200) throw new Error(`The run ${runId} was acknowledged and is gone: ${found}`);
      if (endedAt === undefined) {
        if (!["completed", "failed"].includes(String(body["status"])))
          throw new Error(`${runId} has no end: ${found}`);
      } else if (body["status"] !== "completed" || body["endedAt"] !== endedAt) {
        throw new Error(`The run ${runId} was completed at ${endedAt} and is another now: ${found}`);
      }
    }
    this.#judged = this.#book.length;
  }

  /** The server's PostgreSQL or DynamoDB; waits for one that is just coming up. */
  async childNamed(word: string): Promise<number> {
    const deadline = performance.now() + patience;
    for (;;) {
      const [pid] = childrenOf(this.process, word);
      if (pid !== undefined) return pid;
      if (performance.now() > deadline) throw new Error(`There is no process ${word}.`);
      await delay(20);
    }
  }

  async kill(): Promise<void> {
    this.process.child.kill("SIGKILL");
    await this.process.exited;
  }

  async stop(): Promise<void> {
    this.process.child.kill("SIGTERM");
    await this.process.exited;
  }

  async restart(environment: Readonly<Record<string, string>> = {}): Promise<void> {
    this.process = await startServerProcess(this.folder, { ...this.#environment, ...environment });
  }

  /** Ends the server and takes its folder away. */
  async end(): Promise<void> {
    const { child, exited } = this.process;
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await Promise.race([exited, once(child, "exit"), delay(20_000)]);
      child.kill("SIGKILL");
    }
    await this.#project[Symbol.asyncDispose]();
  }
}

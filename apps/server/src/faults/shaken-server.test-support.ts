import { once } from "node:events";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { JsonObject } from "@rivulet/model";
import { createObject, type ProjectSketch } from "@rivulet/testkit";
import { shop, type TemporaryProject, temporaryProject } from "../sample-project.test-support.ts";
import { childrenOf, type ServerProcess, startServerProcess } from "./server-process.test-support.ts";
import { Takeovers } from "./takeovers.test-support.ts";

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

interface Question {
  readonly path: string;
  readonly body: JsonObject | undefined;
  readonly signal: AbortSignal | undefined;
  readonly at: ServerProcess;
  readonly method: "POST" | "PATCH";
}

const patience = 60_000;
const clients = 4;

/** A server under load that is shaken, and the book of what it has acknowledged. */
export class ShakenServer {
  readonly folder: string;
  readonly takeovers = new Takeovers();
  readonly #project: TemporaryProject;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #book: Acknowledged[] = [];
  #judged = 0;
  #calls = 0;
  process: ServerProcess;
  /** Another one on the same folder, for as long as a fault wants it. */
  #second: ServerProcess | undefined;

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

  ask(
    path: string,
    body?: JsonObject,
    signal?: AbortSignal,
    at: ServerProcess = this.process,
  ): Promise<{ status: number; body: JsonObject }> {
    return this.#send({ path, body, signal, at, method: "POST" });
  }

  /** The same for a change of something. */
  change(path: string, body: JsonObject, at: ServerProcess): Promise<{ status: number; body: JsonObject }> {
    return this.#send({ path, body, signal: undefined, at, method: "PATCH" });
  }

  async #send({ path, body, signal, at, method }: Question): Promise<{ status: number; body: JsonObject }> {
    const response = await fetch(`${at.address}/api/v1/${path}`, {
      signal: signal ?? AbortSignal.timeout(patience),
      ...(body && {
        method,
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
    const asked = { parameters: { Name: name }, wait };
    const at = this.#calls % 2 === 0 ? this.#second : this.process;
    const { status, body } = await this.ask("microflows/Sales.Greet/runs", asked, undefined, at);
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

  /** What a killed server has begun is ended by the one that is there, or comes next. */
  async #untilEnded(runId: string): Promise<void> {
    const deadline = performance.now() + patience;
    for (;;) {
      const { body } = await this.#read(runId);
      if (["completed", "failed"].includes(String(body["status"]))) return;
      if (performance.now() > deadline) throw new Error(`${runId} has no end: ${JSON.stringify(body)}`);
      await delay(50);
    }
  }

  /** Looks up what was acknowledged since the last time, or all of it. */
  async judge(all = false): Promise<void> {
    for (const { runId, endedAt } of all ? this.#book : this.#book.slice(this.#judged)) {
      const { status, body } = await this.#read(runId);
      const found = `${status} ${JSON.stringify(body)}`;
      if (status !== 200) throw new Error(`The run ${runId} was acknowledged and is gone: ${found}`);
      if (endedAt === undefined) await this.#untilEnded(runId);
      else if (body["status"] !== "completed" || body["endedAt"] !== endedAt) {
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

  /** Starts another server on the same folder; calls go to both. */
  async startSecond(): Promise<ServerProcess> {
    this.#second = await startServerProcess(this.folder, this.#environment);
    return this.#second;
  }

  /** Stops it in order; who called it meanwhile was answered. */
  async stopSecond(second: ServerProcess): Promise<void> {
    this.#second = undefined;
    second.child.kill("SIGTERM");
    await second.exited;
  }

  /** Kills one of the two; calls go to the other one from now on. */
  async killOneOfTwo(which: "first" | "second"): Promise<void> {
    const [first, second] = [this.process, this.#second];
    if (!second) throw new Error("There is no second server.");
    const [killed, left] = which === "first" ? [first, second] : [second, first];
    killed.child.kill("SIGKILL");
    await killed.exited;
    this.process = left;
    this.#second = undefined;
    // The first one runs their PostgreSQL.
    if (which === "first") await this.takeovers.watch(async () => (await this.ask("runs?limit=1")).status);
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
    this.#second?.child.kill("SIGKILL");
    const { child, exited } = this.process;
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await Promise.race([exited, once(child, "exit"), delay(20_000)]);
      child.kill("SIGKILL");
    }
    await this.#project[Symbol.asyncDispose]();
  }
}

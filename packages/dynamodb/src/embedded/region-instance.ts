import { access, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type ChildExit, freePort, launchChild, type RunningChild } from "@rivulet/supervision";
import { removeChildRecord, writeChildRecord } from "./child/child-record.ts";
import { waitUntilReady } from "./child/readiness.ts";
import { EmbeddedDynamoDBError } from "./embedded-dynamodb-error.ts";
import type { Implementation } from "./implementations/implementation.ts";

/** One region's DynamoDB as it runs now. */
export interface RunningRegion {
  readonly region: string;
  /** For example `http://127.0.0.1:40123`; stays the same over restarts. */
  readonly endpoint: string;
  readonly pid: number;
  /** How often it had to be started again since its first start. */
  readonly restarts: number;
}

/**
 * Fills a region at its first use. It may run again when it was cut off, so it must be idempotent. Its end is
 * remembered in the data folder. `signal` is aborted when the embedded DynamoDB is stopped.
 */
export type Seed = (endpoint: string, region: string, signal: AbortSignal) => Promise<void>;

export interface RegionInstanceOptions {
  readonly region: string;
  readonly implementation: Implementation;
  /** This instance's own folder; made when missing. */
  readonly folder: string;
  readonly seed?: Seed | undefined;
  readonly log: (line: string) => void;
  readonly onRestart: (region: RunningRegion) => void;
}

const startTimeoutMilliseconds = 30_000;
const portsToTry = 4;
/** Waiting times before the restarts of one row; the last one is kept for all that follow. */
const restartPauses = [0, 25, 100, 250, 500, 1_000, 2_000, 4_000];
/** Launches in a row that may fail before a restart is given up. */
const failedLaunchesAllowed = 6;
/** A child that ran this long was sound: its end begins a new row of restarts. */
const soundAfterMilliseconds = 10_000;

/**
 * A supervised DynamoDB of one region: starts its child, waits for its first answer, seeds it once, and starts it again
 * on the same port whenever it ends by itself.
 */
export class RegionInstance {
  readonly #options: RegionInstanceOptions;
  readonly #over = new AbortController();
  #ready: Promise<string>;
  #child: RunningChild | undefined;
  #endpoint: string | undefined;
  #restarts = 0;
  #restartsInARow = 0;

  constructor(options: RegionInstanceOptions) {
    this.#options = options;
    this.#ready = this.#start();
    // Each caller of `endpoint` gets the rejection; there may be none.
    this.#ready.catch(() => {});
  }

  /** The endpoint, once it answers (again). Rejects when the start failed or the instance was stopped. */
  get endpoint(): Promise<string> {
    return this.#ready;
  }

  /** True when it was stopped or has given up: an endpoint will only come from a new instance. */
  get isOver(): boolean {
    return this.#over.signal.aborted;
  }

  /** Undefined before the first answer. */
  describe(): RunningRegion | undefined {
    if (this.#child === undefined || this.#endpoint === undefined) return undefined;
    const { region } = this.#options;
    return { region, endpoint: this.#endpoint, pid: this.#child.pid, restarts: this.#restarts };
  }

  /** Ends the child and waits until it is gone. */
  async stop(): Promise<void> {
    this.#over.abort();
    await this.#child?.terminate();
    await this.#ready.catch(() => {});
    // A launch that was under way may have brought one more.
    await this.#child?.terminate();
    if (this.#child !== undefined) await removeChildRecord(this.#options.folder, this.#child.pid);
  }

  /** Ends the child at once: for a process that is exiting and cannot wait. */
  kill(): void {
    this.#child?.kill();
  }

  async #start(): Promise<string> {
    try {
      await mkdir(this.#options.folder, { recursive: true, mode: 0o700 });
      const endpoint = await this.#launchOnFreePort();
      await this.#seedOnce(endpoint);
      this.#over.signal.throwIfAborted();
      this.#options.log(`${this.#name} is ready at ${endpoint}`);
      return endpoint;
    } catch (error) {
      throw await this.#giveUp(error);
    }
  }

  /** Any early end is answered with another port: the usual reason is that someone else took the first one. */
  async #launchOnFreePort(): Promise<string> {
    for (let attempt = 1; ; attempt++) {
      const port = await freePort();
      try {
        return await this.#launch(`http://127.0.0.1:${port}`);
      } catch (error) {
        if (attempt === portsToTry || this.isOver) throw error;
      }
    }
  }

  async #launch(endpoint: string): Promise<string> {
    const { region, folder, implementation } = this.#options;
    this.#over.signal.throwIfAborted();
    const command = implementation.command({ region, folder, port: Number(new URL(endpoint).port) });
    const child = await launchChild({ command, logFile: this.#logFile });
    this.#child = child;
    await writeChildRecord(folder, child);
    const outcome = await waitUntilReady({
      endpoint,
      timeoutMilliseconds: startTimeoutMilliseconds,
      isRunning: () => child.exit() === undefined,
      signal: this.#over.signal,
    });
    if (outcome !== "answered") {
      await child.terminate();
      throw await this.#startError(outcome, child);
    }
    this.#endpoint = endpoint;
    this.#restartWhenEnded(child, endpoint);
    return endpoint;
  }

  #restartWhenEnded(child: RunningChild, endpoint: string): void {
    const readySince = Date.now();
    const restartUnlessOver = ({ code, signal }: ChildExit): void => {
      if (this.isOver) return;
      if (Date.now() - readySince > soundAfterMilliseconds) this.#restartsInARow = 0;
      this.#options.log(
        `${this.#name} ended by itself (${signal ?? `exit code ${code}`}); starting it again`,
      );
      const seeded = this.#ready;
      this.#ready = this.#restart(endpoint).then(() => seeded);
      this.#ready.catch(() => {});
    };
    void child.exited.then(restartUnlessOver);
  }

  /** On the same port, so that the retries of clients that hold the endpoint find it again. */
  async #restart(endpoint: string): Promise<void> {
    for (let failed = 0; ; ) {
      const pause = restartPauses[Math.min(this.#restartsInARow++, restartPauses.length - 1)];
      try {
        await delay(pause, undefined, { signal: this.#over.signal });
        await this.#launch(endpoint);
        break;
      } catch (error) {
        if (++failed === failedLaunchesAllowed || this.isOver) throw await this.#giveUp(error);
      }
    }
    this.#restarts++;
    this.#options.log(`${this.#name} answers again at ${endpoint}`);
    const running = this.describe();
    if (running !== undefined) this.#options.onRestart(running);
  }

  /** Ends what is left of a failed start; returns the error to throw. */
  async #giveUp(error: unknown): Promise<unknown> {
    const wasStopped = this.isOver;
    this.#over.abort();
    await this.#child?.terminate();
    if (wasStopped) return stoppedError(this.#name);
    this.#options.log(`${this.#name} does not run: ${(error as Error).message}`);
    return error;
  }

  async #seedOnce(endpoint: string): Promise<void> {
    const { seed, folder, region } = this.#options;
    if (seed === undefined) return;
    const mark = join(folder, "seeded");
    const isSeeded = await access(mark).then(
      () => true,
      () => false,
    );
    if (isSeeded) return;
    await seed(endpoint, region, this.#over.signal);
    await writeFile(mark, "");
  }

  async #startError(outcome: "ended" | "silent", child: RunningChild): Promise<EmbeddedDynamoDBError> {
    const exit = child.exit();
    const reason =
      outcome === "silent"
        ? `did not answer within ${startTimeoutMilliseconds / 1_000} seconds`
        : `ended while starting (${exit?.signal ?? `exit code ${exit?.code}`})`;
    const lastLines = (await readFile(this.#logFile, "utf8").catch(() => "")).trimEnd().split("\n").slice(-5);
    return new EmbeddedDynamoDBError(
      "start-failed",
      `${this.#name} ${reason}. The end of ${this.#logFile}:\n${lastLines.join("\n")}`,
    );
  }

  get #name(): string {
    return `DynamoDB ${this.#options.region} (${this.#options.implementation.name})`;
  }

  get #logFile(): string {
    return join(this.#options.folder, "child.log");
  }
}

export function stoppedError(name: string): EmbeddedDynamoDBError {
  return new EmbeddedDynamoDBError("stopped", `${name} has been stopped.`);
}

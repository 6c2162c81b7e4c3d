import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Account, RunningChild } from "@rivulet/supervision";
import { type ConnectionFacts, urlOf } from "./connection-facts.ts";
import { clusterOf } from "./initialise.ts";
import { endPostmaster, livingPostmaster } from "./postmaster.ts";
import type { PostgresPrograms } from "./programs.ts";
import { runPostgres } from "./run-postgres.ts";

/** Where an embedded PostgreSQL runs, and as whom. */
export interface Place {
  readonly folder: string;
  readonly programs: PostgresPrograms;
  readonly account: Account | undefined;
  readonly log: (line: string) => void;
}

/** Between attempts to start it again, in milliseconds. */
const longestPause = 5_000;

/** Between two looks at one that is nobody's child, in milliseconds. */
const betweenLooks = 500;

/** A server on its files, watched: when it ends without being told to, it is started again at the same address. */
export class SupervisedPostgres {
  readonly folder: string;
  readonly url: string;
  readonly #facts: ConnectionFacts;
  readonly #programs: PostgresPrograms;
  readonly #account: Account | undefined;
  readonly #log: (line: string) => void;
  #child: RunningChild | undefined;
  #adopted: NodeJS.Timeout | undefined;
  #isStopping = false;

  constructor(facts: ConnectionFacts, place: Place) {
    this.#facts = facts;
    this.url = urlOf(facts);
    this.folder = place.folder;
    this.#programs = place.programs;
    this.#account = place.account;
    this.#log = place.log;
  }

  /** Watches one that runs already: it is nobody's child, so nobody tells when it ends. */
  adopt(): void {
    const look = () => {
      if (livingPostmaster(clusterOf(this.folder)) !== undefined) return;
      clearInterval(this.#adopted);
      this.#adopted = undefined;
      void this.#again();
    };
    this.#adopted = setInterval(look, betweenLooks).unref();
  }

  async launch(): Promise<void> {
    const child = await runPostgres({
      programs: this.#programs,
      data: clusterOf(this.folder),
      facts: this.#facts,
      account: this.#account,
      logFile: join(this.folder, "postgres.log"),
    });
    this.#child = child;
    void child.exited.then(() => this.#again());
  }

  /**
   * Until it runs again: what a killed one leaves behind (connections that end a moment later, a full disk) keeps the next
   * one from starting for a while.
   */
  async #again(): Promise<void> {
    if (!this.#isStopping) this.#log("The embedded PostgreSQL has ended unexpectedly and is started again.");
    for (let pause = 100; !this.#isStopping; pause = Math.min(2 * pause, longestPause)) {
      await delay(pause);
      if (this.#isStopping) return;
      try {
        return await this.launch();
      } catch (error) {
        this.#log((error as Error).message);
      }
    }
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#adopted);
    if (this.#child) await this.#child.terminate();
    else await endPostmaster(clusterOf(this.folder));
  }
}

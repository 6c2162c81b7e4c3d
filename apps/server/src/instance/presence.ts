import type { PostgresServers, ServersSeen } from "@rivulet/persistence";
import type { Logger } from "pino";

/** Between two looks at what other servers of the project do, in milliseconds. */
const betweenLooks = 2_000;

/** What a server does about what it sees. */
export interface PresenceParts {
  readonly servers: Pick<PostgresServers, "look" | "leave">;
  /** Ends a run of ours that somebody has cancelled at another server. */
  readonly cancel: (runId: string) => void;
  /** Another server may have written runs. */
  readonly historyChanged: () => void;
  readonly log: Pick<Logger, "warn">;
}

/**
 * This server among those of its project: it says now and then that it lives, and hears what the others did. By looking
 * rather than by being told, so that a database that was away needs nothing but the next look.
 */
export class Presence {
  readonly #parts: PresenceParts;
  readonly #timer: NodeJS.Timeout;
  #looking: Promise<void> | undefined;
  #history = "";

  constructor(parts: PresenceParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => void this.look(), betweenLooks).unref();
  }

  /** Looks round. A database that is away is asked again the next time. */
  look(): Promise<void> {
    this.#looking ??= this.#parts.servers
      .look()
      .then((seen) => this.#take(seen))
      .catch(() => {})
      .finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  /** Says that this server ends. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
    await this.#parts.servers.leave().catch(() => {});
  }

  #take({ interrupted, cancelled, history }: ServersSeen): void {
    const { cancel, historyChanged, log } = this.#parts;
    if (interrupted > 0) log.warn({ runs: interrupted }, "runs were under way when another server ended");
    for (const id of cancelled) cancel(id);
    if (interrupted > 0 || history !== this.#history) historyChanged();
    this.#history = history;
  }
}

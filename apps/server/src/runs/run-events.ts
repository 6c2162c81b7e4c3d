import { type Engine, type RunRecord, type StoredRun, storedSummary } from "@rivulet/runtime";
import type { ServerEvent } from "../http/event-stream.ts";
import type { EventStreams } from "../http/event-streams.ts";
import type { RunArchive } from "./run-archive.ts";
import { logLine, runSummary } from "./run-view.ts";

/** Id of the last event of a run: a client that has seen it needs nothing more. */
export const endedEventId = "ended";

/** How long changes gather before they are told, in milliseconds. */
const shortestPause = 250;

/** Between two looks at a run of another server, in milliseconds. */
const betweenLooks = 500;

/** Tells what happens to runs: of this server as it happens, of others of the project soon after. */
export class RunEvents {
  readonly #engine: Engine;
  readonly #archive: RunArchive;
  readonly #streams: EventStreams;
  readonly #watchers = new Set<() => void>();

  constructor(engine: Engine, archive: RunArchive, streams: EventStreams) {
    this.#engine = engine;
    this.#archive = archive;
    this.#streams = streams;
  }

  /** The log of a run and how it stands, now and whenever it changes, until the run ends. Throws `unknown-run`. */
  async ofRun(runId: string): Promise<AsyncIterable<ServerEvent>> {
    const present = this.#engine.runs.find(runId);
    return present ? this.#ofPresent(present) : this.#ofPast(runId);
  }

  /** Other servers of the project may have written runs. */
  historyChanged(): void {
    for (const tell of this.#watchers) tell();
  }

  /** Tells that runs have begun or ended, a few times a second at most; the list says which. */
  ofAll(): AsyncIterable<ServerEvent> {
    return this.#streams.open((push) => {
      let timer: NodeJS.Timeout | undefined;
      const tell = () => {
        timer = undefined;
        push({ event: "runs", data: {} });
      };
      const soon = () => void (timer ??= setTimeout(tell, shortestPause).unref());
      const stop = this.#engine.runs.watch(({ kind }) => {
        if (kind !== "logged") soon();
      });
      this.#watchers.add(soon);
      return () => {
        clearTimeout(timer);
        this.#watchers.delete(soon);
        stop();
      };
    });
  }

  #ofPresent(present: RunRecord): AsyncIterable<ServerEvent> {
    return this.#streams.open((push, end) => {
      const tellState = (run: RunRecord) => {
        const hasEnded = run.status !== "running";
        push({
          event: "state",
          data: runSummary(storedSummary(run)),
          ...(hasEnded ? { id: endedEventId } : {}),
        });
        if (hasEnded) end();
      };
      for (const entry of present.log) push({ event: "log", data: logLine(entry) });
      tellState(present);
      return this.#engine.runs.watch(({ kind, run }) => {
        if (run.id !== present.id) return;
        const entry = run.log.at(-1);
        if (kind === "ended") tellState(run);
        else if (kind === "logged" && entry !== undefined) push({ event: "log", data: logLine(entry) });
      });
    });
  }

  /** A run of an earlier life, or of another server: its events are told once more, and on to its end. */
  async #ofPast(runId: string): Promise<AsyncIterable<ServerEvent>> {
    const first = await this.#archive.find(runId);
    return this.#streams.open((push, end) => {
      let timer: NodeJS.Timeout | undefined;
      let told = 0;
      const tell = (run: StoredRun, isFirst: boolean) => {
        const hasEnded = run.status !== "running";
        for (const entry of run.log.slice(told)) push({ event: "log", data: logLine(entry) });
        told = run.log.length;
        const data = runSummary(run);
        if (hasEnded) push({ event: "state", data, id: endedEventId });
        else if (isFirst) push({ event: "state", data });
        if (hasEnded) end();
        else timer = setTimeout(look, betweenLooks).unref();
      };
      const look = () =>
        void this.#archive.find(runId).then(
          (run) => tell(run, false),
          // Deleted, or nobody knows at the moment: the client asks again.
          () => end(),
        );
      tell(first, true);
      return () => clearTimeout(timer);
    });
  }
}

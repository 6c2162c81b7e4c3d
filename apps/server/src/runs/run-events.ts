import { type Engine, type RunRecord, storedSummary } from "@rivulet/runtime";
import type { ServerEvent } from "../http/event-stream.ts";
import type { EventStreams } from "../http/event-streams.ts";
import type { RunArchive } from "./run-archive.ts";
import { logLine, runSummary } from "./run-view.ts";

/** Id of the last event of a run: a client that has seen it needs nothing more. */
export const endedEventId = "ended";

/** How long changes gather before they are told, in milliseconds. */
const shortestPause = 250;

/** Tells what happens to runs. */
export class RunEvents {
  readonly #engine: Engine;
  readonly #archive: RunArchive;
  readonly #streams: EventStreams;

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

  /** Tells that runs have begun or ended, a few times a second at most; the list says which. */
  ofAll(): AsyncIterable<ServerEvent> {
    return this.#streams.open((push) => {
      let timer: NodeJS.Timeout | undefined;
      const tell = () => {
        timer = undefined;
        push({ event: "runs", data: {} });
      };
      const stop = this.#engine.runs.watch(({ kind }) => {
        if (kind !== "logged") timer ??= setTimeout(tell, shortestPause).unref();
      });
      return () => {
        clearTimeout(timer);
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

  /** A run of an earlier life is over: its events are told once more, to their end. */
  async #ofPast(runId: string): Promise<AsyncIterable<ServerEvent>> {
    const run = await this.#archive.find(runId);
    return this.#streams.open((push, end) => {
      for (const entry of run.log) push({ event: "log", data: logLine(entry) });
      push({ event: "state", data: runSummary(run), id: endedEventId });
      end();
      return () => {};
    });
  }
}

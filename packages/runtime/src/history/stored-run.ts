import type { RunEvent } from "../engine/engine.ts";
import type { StoredRun, StoredRunSummary } from "../ports/run-store.ts";
import { cutText } from "../trace/cut-json.ts";
import type { RunRecord } from "./run-record.ts";

const mostFailureCharacters = 500;

/** How a run stands, as it is written down. */
export function storedSummary(run: RunRecord): StoredRunSummary {
  const { id, microflow, configuration, status, startedAt, endedAt, duration, who, contentHash, outcome } =
    run;
  const error = outcome && outcome.status !== "completed" ? outcome.error : undefined;
  const failure = error ? cutText(`${error.code}: ${error.message}`, mostFailureCharacters) : null;
  return { id, microflow, configuration, status, startedAt, endedAt, duration, who, contentHash, failure };
}

/** A run as it is written down when something has happened to it. */
export function storedRun({ run, content }: Pick<RunEvent, "run" | "content">): StoredRun {
  return { ...storedSummary(run), ...content() };
}

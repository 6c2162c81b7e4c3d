import type { RunEvent } from "../engine/engine.ts";
import type { StoredRun, StoredRunSummary } from "../ports/run-store.ts";
import { cutText } from "../trace/cut-json.ts";
import type { RunRecord } from "./run-record.ts";

const mostFailureCharacters = 500;

/** How a run stands, as it is written down. */
export function storedSummary(run: RunRecord): StoredRunSummary {
  const { id, microflow, configuration, status, startedAt, endedAt, duration } = run;
  const { who, account, contentHash, outcome, place, as } = run;
  const traceId = traceIdOf(run.traceParent);
  const error = outcome && outcome.status !== "completed" ? outcome.error : undefined;
  const failure = error ? cutText(`${error.code}: ${error.message}`, mostFailureCharacters) : null;
  const times = { startedAt, endedAt, duration };
  const from = { ...(place === undefined ? {} : { place }), ...(as === undefined ? {} : { as }) };
  const origin = { who, account, contentHash, traceId, ...from };
  return { id, microflow, configuration, status, ...times, ...origin, failure };
}

/** `00-<trace id>-<parent id>-<flags>` (W3C Trace Context). */
export function traceIdOf(traceParent: string | null): string | null {
  return traceParent?.split("-")[1] ?? null;
}

/** A run as it is written down when something has happened to it. */
export function storedRun({ run, content }: Pick<RunEvent, "run" | "content">): StoredRun {
  return { ...storedSummary(run), ...content() };
}

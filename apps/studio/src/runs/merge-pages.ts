import type { RunSummary } from "@rivulet/runtime/wire";

/** Runs as far as they were read, and behind which one there are more. */
export interface RunList {
  readonly runs: readonly RunSummary[];
  readonly next: string | null;
}

/** The newest page over what was read before: older pages stay, unless something is missing between. */
export function withNewest(newest: RunList, before: RunList): RunList {
  const last = newest.runs.at(-1);
  const at = before.runs.findIndex(({ runId }) => runId === last?.runId);
  if (newest.next === null || at < 0) return newest;
  const older = before.runs.slice(at + 1);
  return older.length === 0 ? newest : { runs: [...newest.runs, ...older], next: before.next };
}

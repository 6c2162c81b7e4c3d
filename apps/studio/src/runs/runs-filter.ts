import type { RunStatus } from "@rivulet/runtime/wire";

/** How long ago a run may have started. */
export type Since = "ever" | "hour" | "day" | "week";

/** Which runs are listed. */
export interface RunsFilter {
  readonly microflow: string | null;
  readonly status: RunStatus | null;
  readonly who: string | null;
  readonly since: Since;
  /** A text in the error. */
  readonly error: string;
}

/** The filter that lets everything pass. */
export const noFilter: RunsFilter = { microflow: null, status: null, who: null, since: "ever", error: "" };

const hour = 3_600_000;
const milliseconds: Readonly<Record<Exclude<Since, "ever">, number>> = {
  hour,
  day: 24 * hour,
  week: 7 * 24 * hour,
};

/** Whether a filter keeps anything away. */
export function isFiltering(filter: RunsFilter): boolean {
  return (Object.keys(noFilter) as (keyof RunsFilter)[]).some((name) => filter[name] !== noFilter[name]);
}

/**
 * A filter as the run API reads it.
 *
 * @example queryOf({ ...noFilter, status: "failed" }, Date.now()).toString() // "status=failed"
 */
export function queryOf({ microflow, status, who, since, error }: RunsFilter, now: number): URLSearchParams {
  const from = since === "ever" ? null : new Date(now - milliseconds[since]).toISOString();
  const text = error.trim() === "" ? null : error.trim();
  const members = Object.entries({ microflow, status, who, from, error: text });
  return new URLSearchParams(members.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

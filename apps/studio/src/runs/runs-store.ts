import { create } from "zustand";
import type { RunList } from "./merge-pages.ts";
import { noFilter, type RunsFilter } from "./runs-filter.ts";

/** What is known of the runs of the server in this window. */
export interface RunsState {
  readonly filter: RunsFilter;
  /** Nothing until they were first read. */
  readonly list: RunList | undefined;
  /** Why they could not be read. */
  readonly failure: string | undefined;
  /** Ids of the runs that were chosen to be compared, at most two. */
  readonly chosen: readonly string[];
  /** The two that are compared. */
  readonly compared: readonly [string, string] | undefined;
}

/** The page of runs: it stays as it was when its tab is opened again. */
export const useRunsStore = create<RunsState>()(() => ({
  filter: noFilter,
  list: undefined,
  failure: undefined,
  chosen: [],
  compared: undefined,
}));

/** Chooses a run to be compared, or not any more; of three the first one is given up. */
export function toggleChosen(runId: string): void {
  useRunsStore.setState(({ chosen }) => ({
    chosen: chosen.includes(runId) ? chosen.filter((id) => id !== runId) : [...chosen, runId].slice(-2),
  }));
}

/** Shows the two runs that are chosen side by side, the older one first. */
export function compareChosen(): void {
  const { chosen, list } = useRunsStore.getState();
  const order = list?.runs.map(({ runId }) => runId) ?? [];
  const [left, right] = [...chosen].sort((one, other) => order.indexOf(other) - order.indexOf(one));
  if (left !== undefined && right !== undefined) useRunsStore.setState({ compared: [left, right] });
}

/** Goes back to the list alone. */
export function closeComparison(): void {
  useRunsStore.setState({ compared: undefined, chosen: [] });
}

import { runApi } from "../run/run-api.ts";
import { withNewest } from "./merge-pages.ts";
import { queryOf, type RunsFilter } from "./runs-filter.ts";
import { useRunsStore } from "./runs-store.ts";

const filterPause = 200;

/** Counts questions, so that a late answer to an older one is passed over. */
let asked = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

async function read(change: { readonly isNewFilter: boolean }): Promise<void> {
  const question = (asked += 1);
  const { filter } = useRunsStore.getState();
  try {
    const newest = await runApi.list(queryOf(filter, Date.now()));
    if (question !== asked) return;
    const before = change.isNewFilter ? undefined : useRunsStore.getState().list;
    useRunsStore.setState({ list: before ? withNewest(newest, before) : newest, failure: undefined });
  } catch (error) {
    if (question === asked)
      useRunsStore.setState({ failure: error instanceof Error ? error.message : String(error) });
  }
}

/** Reads the newest runs; older ones that were read before stay. */
export function refreshRuns(): Promise<void> {
  return read({ isNewFilter: false });
}

/** Reads the runs that come behind those that are there. */
export async function readOlderRuns(): Promise<void> {
  const { filter, list } = useRunsStore.getState();
  if (!list || list.next === null) return;
  const query = queryOf(filter, Date.now());
  query.set("after", list.next);
  const older = await runApi.list(query).catch(() => undefined);
  if (older && useRunsStore.getState().list === list)
    useRunsStore.setState({ list: { runs: [...list.runs, ...older.runs], next: older.next } });
}

/** Changes the filter; what is typed is asked for when it rests. */
export function setFilter(change: Partial<RunsFilter>): void {
  useRunsStore.setState(({ filter }) => ({
    filter: { ...filter, ...change },
    chosen: [],
    compared: undefined,
  }));
  clearTimeout(timer);
  timer = setTimeout(() => void read({ isNewFilter: true }), "error" in change ? filterPause : 0);
}

/** Keeps the list as the server has it while somebody looks at it; returns what ends that. */
export function followRuns(): () => void {
  void refreshRuns();
  return runApi.followAll(() => void refreshRuns());
}

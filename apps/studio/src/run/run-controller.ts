import type { JsonValue } from "@rivulet/model";
import type { RunView } from "@rivulet/runtime/wire";
import { runMessages } from "../messages/run-messages.ts";
import { isSaved } from "../project/is-saved.ts";
import type { StudioSession } from "../project/studio-session.ts";
import { workspace } from "../workspace/workspace.ts";
import { type RunFollower, RunRefused, runApi } from "./run-api.ts";
import { useRunStore } from "./run-store.ts";

const tracePause = 250;
const mostLogLines = 2_000;

let stopFollowing: (() => void) | undefined;

function refuse(microflow: string, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const problems = error instanceof RunRefused ? error.problems : [];
  useRunStore.setState({ refusal: { microflow, message, problems }, run: undefined, trace: undefined });
}

/** Whether what was just read belongs to the run that is still shown. */
function isShown(runId: string): boolean {
  return useRunStore.getState().run?.runId === runId;
}

async function readTrace(runId: string): Promise<void> {
  const trace = await runApi.trace(runId).catch(() => undefined);
  if (isShown(runId)) useRunStore.setState({ trace });
}

async function readRecent(): Promise<void> {
  const recent = await runApi.list().catch(() => undefined);
  if (recent) useRunStore.setState({ recent });
}

/** Takes over the end of a run: the trace first, so that the path is there when the result is. */
async function readEnd(runId: string): Promise<void> {
  await readTrace(runId);
  const run = await runApi.read(runId).catch((error: unknown) => refuse("", error));
  if (run && isShown(runId)) useRunStore.setState({ run });
  await readRecent();
}

function followerOf(runId: string): RunFollower {
  const timer = setInterval(() => void readTrace(runId), tracePause);
  return {
    onLog: (line) => {
      const id = (useRunStore.getState().log.at(-1)?.id ?? 0) + 1;
      useRunStore.setState(({ log }) => ({ log: [...log, { ...line, id }].slice(-mostLogLines) }));
    },
    onState: ({ status }) => {
      if (status === "running" && isShown(runId)) return;
      clearInterval(timer);
      if (isShown(runId)) void readEnd(runId);
    },
  };
}

/**
 * Saves, runs a microflow and follows the run until its end. Nothing is thrown: what stands in the way is shown.
 *
 * @example await startRun(session, "MyFirstModule.DS_ListTables", {})
 */
export async function startRun(
  session: Pick<StudioSession, "autosave">,
  microflow: string,
  parameters: Readonly<Record<string, JsonValue>>,
): Promise<void> {
  stopFollowing?.();
  workspace.getState().showPane("run");
  useRunStore.setState({ run: undefined, trace: undefined, refusal: undefined });
  try {
    if (!(await isSaved(session))) throw new RunRefused(runMessages.unsaved);
    const run = await runApi.start(microflow, parameters);
    useRunStore.setState({ run: { ...run, status: "running" } });
    stopFollowing = runApi.follow(run.runId, followerOf(run.runId));
  } catch (error) {
    refuse(microflow, error);
  }
}

/** Ends the run that is shown, if it is under way. */
export async function cancelRun(): Promise<void> {
  const { run } = useRunStore.getState();
  if (run?.status === "running") await runApi.cancel(run.runId).catch(() => undefined);
}

/** Shows an earlier run with what is still known of it. */
export async function showRun(run: RunView): Promise<void> {
  useRunStore.setState({ run, trace: undefined, refusal: undefined });
  await readEnd(run.runId);
}

/** Takes the run off the canvas and out of its pane. */
export function clearRun(): void {
  useRunStore.setState({ run: undefined, trace: undefined, refusal: undefined });
}

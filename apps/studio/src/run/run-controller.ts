import { notifications } from "@mantine/notifications";
import type { ProjectIndex } from "@rivulet/model";
import type { RunSummary, RunView } from "@rivulet/runtime/wire";
import { runMessages } from "../messages/run-messages.ts";
import { isSaved } from "../project/is-saved.ts";
import type { StudioSession } from "../project/studio-session.ts";
import { workspace } from "../workspace/workspace.ts";
import { RunRefused, RunUnknown, runApi, type WantedRun } from "./run-api.ts";
import { useRunStore } from "./run-store.ts";

const tracePause = 250;
const mostLogLines = 2_000;

let stopFollowing: (() => void) | undefined;

function refuse(microflow: string, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const problems = error instanceof RunRefused ? error.problems : [];
  const refusal = { kind: "refused", microflow, message, problems } as const;
  useRunStore.setState({ refusal, run: undefined, trace: undefined });
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
  const page = await runApi.list(new URLSearchParams({ limit: "20" })).catch(() => undefined);
  if (page) useRunStore.setState({ recent: page.runs });
}

/** Takes over the end of a run: the trace first, so that the path is there when the result is. */
async function readEnd(runId: string): Promise<void> {
  await readTrace(runId);
  const shown = useRunStore.getState().run?.microflow ?? "";
  const run = await runApi.read(runId).catch((error: unknown) => refuse(shown, error));
  if (run && isShown(runId)) useRunStore.setState({ run });
  await readRecent();
}

/** Nobody knows what became of the run that is shown. */
function lose(run: RunSummary): void {
  const refusal = {
    kind: "lost",
    microflow: run.microflow,
    message: runMessages.lostText,
    problems: [],
  } as const;
  useRunStore.setState({ refusal, run: undefined, trace: undefined });
}

/** Asks a server that was away for the run; `isOver` when it tells nothing more of it by itself. */
async function askAgain(runId: string, isOver: boolean): Promise<void> {
  const { run: shown } = useRunStore.getState();
  try {
    const run = await runApi.read(runId);
    if (!isShown(runId)) return;
    useRunStore.setState({ isServerAway: false });
    if (isOver || run.status !== "running") await showRun(run);
  } catch (error) {
    if (!(error instanceof RunUnknown) || !shown || !isShown(runId)) return;
    stopFollowing?.();
    lose(shown);
  }
}

/** Follows a run until its end, or until another one is followed. */
function follow(runId: string): void {
  let isOver = false;
  useRunStore.setState({ isServerAway: false });
  const look = () => (useRunStore.getState().isServerAway ? askAgain(runId, isOver) : readTrace(runId));
  const timer = setInterval(() => void look(), tracePause);
  const end = runApi.follow(runId, {
    onLog: (line) => {
      const id = (useRunStore.getState().log.at(-1)?.id ?? 0) + 1;
      useRunStore.setState(({ log }) => ({ log: [...log, { ...line, id }].slice(-mostLogLines) }));
    },
    onState: ({ status }) => {
      if (!isShown(runId)) return;
      useRunStore.setState({ isServerAway: false });
      if (status === "running") return;
      clearInterval(timer);
      void readEnd(runId);
    },
    onAway: (isClosed) => {
      isOver = isClosed;
      if (isShown(runId)) useRunStore.setState({ isServerAway: true });
    },
  });
  stopFollowing = () => {
    clearInterval(timer);
    end();
  };
}

/** Saves, starts a run and follows it. Nothing is thrown: what stands in the way is shown. */
async function begin(
  session: Pick<StudioSession, "autosave">,
  microflow: string,
  start: () => Promise<RunView>,
): Promise<void> {
  stopFollowing?.();
  workspace.getState().showPane("run");
  useRunStore.setState({ run: undefined, trace: undefined, refusal: undefined });
  try {
    if (!(await isSaved(session))) throw new RunRefused(runMessages.unsaved);
    const run = await start();
    useRunStore.setState({ run: { ...run, status: "running" } });
    follow(run.runId);
  } catch (error) {
    refuse(microflow, error);
  }
}

/**
 * Saves, runs a microflow and follows the run until its end. Nothing is thrown: what stands in the way is shown.
 *
 * @example await startRun(session, { microflow: "MyFirstModule.DS_ListTables", parameters: {} })
 */
export function startRun(session: Pick<StudioSession, "autosave">, wanted: WantedRun): Promise<void> {
  return begin(session, wanted.microflow, () => runApi.start(wanted));
}

/** Saves, and runs once more what ran before, with the same parameters. */
export function repeatRun(
  session: Pick<StudioSession, "autosave">,
  { runId, microflow }: RunSummary,
): Promise<void> {
  return begin(session, microflow, () => runApi.rerun(runId));
}

/** Ends the run that is shown, if it is under way. */
export async function cancelRun(): Promise<void> {
  const { run } = useRunStore.getState();
  if (run?.status !== "running") return;
  await runApi.cancel(run.runId).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    notifications.show({ id: "cancel-run", color: "red", title: runMessages.notCancelled, message });
  });
}

/** Shows a run of anybody with what is kept of it, and follows it where it is under way. */
export async function showRun(run: RunSummary): Promise<void> {
  stopFollowing?.();
  useRunStore.setState({ run, trace: undefined, refusal: undefined });
  if (run.status === "running") follow(run.runId);
  else await readEnd(run.runId);
}

/** Shows a run on the microflow that it ran; `false` where the project does not have that any more. */
export function openRun(index: ProjectIndex, run: RunSummary): boolean {
  const microflow = index.microflow(run.microflow);
  if (!microflow) return false;
  const { open, showPane } = workspace.getState();
  open({ kind: "microflow", id: microflow.id });
  showPane("run");
  void showRun(run);
  return true;
}

/** Takes the run off the canvas and out of its pane. */
export function clearRun(): void {
  useRunStore.setState({ run: undefined, trace: undefined, refusal: undefined });
}

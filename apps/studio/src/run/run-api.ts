import type { JsonValue, Problem } from "@rivulet/model";
import type { LogLine, RunAs, RunSummary, RunTrace, RunView } from "@rivulet/runtime/wire";
import { projectMessages } from "../messages/project-messages.ts";

/** Thrown when a run could not be started or looked at; `problems` block it. */
export class RunRefused extends Error {
  override readonly name = "RunRefused";
  readonly problems: readonly Problem[];

  constructor(message: string, problems: readonly Problem[] = [], cause?: unknown) {
    super(message, { cause });
    this.problems = problems;
  }
}

/** Thrown when the server knows no such run: any more, when it has ended since and keeps no history. */
export class RunUnknown extends RunRefused {}

/** A run that is asked for. */
export interface WantedRun {
  readonly microflow: string;
  readonly parameters: Readonly<Record<string, JsonValue>>;
  /** With whose rights; one's own when left out. */
  readonly as?: RunAs | undefined;
}

/** What follows a run until it ends. */
export interface RunFollower {
  readonly onLog: (line: LogLine) => void;
  readonly onState: (run: RunView) => void;
  /** The server went away. `isOver` when nothing more will be told, even if it comes back. */
  readonly onAway: (isOver: boolean) => void;
}

/** Runs, and behind which one there are more. */
export interface RunPage {
  readonly runs: readonly RunSummary[];
  readonly next: string | null;
}

interface ProblemDocument {
  readonly code?: string;
  readonly detail?: string;
  readonly problems?: readonly Problem[];
}

async function request<Content>(path: string, body?: JsonValue): Promise<Content> {
  const sending =
    body === undefined
      ? {}
      : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`/api/v1/${path}`, sending).catch((cause: unknown) => {
    throw new RunRefused(projectMessages.serverUnreachable, [], cause);
  });
  const content: unknown = await response.json().catch(() => ({}));
  if (response.ok) return content as Content;
  const { code, detail, problems } = content as ProblemDocument;
  if (code === "unknown-run") throw new RunUnknown(detail ?? projectMessages.serverAnswered(response.status));
  throw new RunRefused(detail ?? projectMessages.serverAnswered(response.status), problems);
}

/** The run API of the server that the page came from. Every call may throw {@link RunRefused}. */
export const runApi = {
  /** Starts a traced run and does not wait for its end. */
  start: ({ microflow, parameters, as }: WantedRun) =>
    request<RunView>(`microflows/${encodeURIComponent(microflow)}/runs`, {
      parameters,
      wait: false,
      trace: true,
      ...(as ? { [as.kind]: as.name } : {}),
    }),
  read: (runId: string) => request<RunView>(`runs/${runId}`),
  trace: (runId: string) => request<RunTrace>(`runs/${runId}/trace`),
  cancel: (runId: string) => request<RunView>(`runs/${runId}/cancel`, {}),
  /** Starts a run once more, traced, with the parameters that it had. */
  rerun: (runId: string) => request<RunView>(`runs/${runId}/rerun`, { wait: false, trace: true }),
  /** A page of the runs, newest first. */
  list: (query: URLSearchParams) => request<RunPage>(`runs?${query.toString()}`),
  /** Tells when runs of anybody have begun or ended; returns what ends that. */
  followAll: (onChange: () => void): (() => void) => {
    const events = new EventSource("/api/v1/runs/events");
    events.addEventListener("runs", onChange);
    // After a server was away, something may have been missed.
    events.addEventListener("open", onChange);
    return () => events.close();
  },
  /** Tells what happens in a run; returns what ends that. */
  follow: (runId: string, { onLog, onState, onAway }: RunFollower): (() => void) => {
    const events = new EventSource(`/api/v1/runs/${runId}/events`);
    events.addEventListener("log", ({ data }) => onLog(JSON.parse(String(data)) as LogLine));
    events.addEventListener("state", ({ data }) => {
      const run = JSON.parse(String(data)) as RunView;
      if (run.status !== "running") events.close();
      onState(run);
    });
    events.addEventListener("error", () => onAway(events.readyState === EventSource.CLOSED));
    return () => events.close();
  },
};

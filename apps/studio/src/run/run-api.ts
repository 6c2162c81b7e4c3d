import type { JsonValue, Problem } from "@rivulet/model";
import { projectMessages } from "../messages/project-messages.ts";

/** Where a run stands. */
export type RunStatus = "running" | "completed" | "failed" | "cancelled";

/** A run as the server answers it. */
export interface RunView {
  readonly runId: string;
  readonly microflow: string;
  readonly configuration: string;
  readonly status: RunStatus;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly result?: JsonValue;
  readonly isResultForgotten?: boolean;
  readonly error?: RunError;
  readonly log?: readonly LogLine[];
}

/** Why a run failed. */
export interface RunError {
  readonly code: string;
  readonly message: string;
  readonly microflow: string | null;
  /** Id of the element. */
  readonly activity: string | null;
  readonly details?: JsonValue;
  readonly cause?: { readonly message?: string } | null;
}

/** A line that a run wrote to its log. */
export interface LogLine {
  readonly level: "trace" | "debug" | "info" | "warning" | "error" | "critical";
  readonly node: string;
  readonly message: string;
  readonly at: string;
  readonly microflow?: string;
  readonly element?: string;
}

/** How an element came out, the last time that it was executed. */
type ElementStatus = "running" | "done" | "failed";

/** What is known of one element of a traced run; durations are milliseconds. */
export interface ElementTrace {
  readonly microflow: string;
  readonly count: number;
  readonly lastDuration: number;
  readonly totalDuration: number;
  readonly status: ElementStatus;
  readonly order: number;
}

/** A variable before and after a step. */
export interface TracedVariable {
  readonly name: string;
  readonly type: string;
  readonly before?: JsonValue;
  readonly after: JsonValue;
  readonly isChanged: boolean;
}

/** One execution of an element whose values were kept. */
export interface TraceStep {
  readonly number: number;
  readonly round: number;
  readonly element: string;
  readonly duration: number;
  readonly status: ElementStatus;
  readonly variables: readonly TracedVariable[];
}

/** What a traced run did. */
export interface RunTrace {
  readonly elements: Readonly<Record<string, ElementTrace>>;
  readonly flows: Readonly<Record<string, number>>;
  readonly steps: readonly TraceStep[];
  readonly stepCount: number;
}

/** Thrown when a run could not be started or looked at; `problems` block it. */
export class RunRefused extends Error {
  override readonly name = "RunRefused";
  readonly problems: readonly Problem[];

  constructor(message: string, problems: readonly Problem[] = [], cause?: unknown) {
    super(message, { cause });
    this.problems = problems;
  }
}

/** What follows a run until it ends. */
export interface RunFollower {
  readonly onLog: (line: LogLine) => void;
  readonly onState: (run: RunView) => void;
}

interface ProblemDocument {
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
  const { detail, problems } = content as ProblemDocument;
  throw new RunRefused(detail ?? projectMessages.serverAnswered(response.status), problems);
}

/** The run API of the server that the page came from. Every call may throw {@link RunRefused}. */
export const runApi = {
  /** Starts a traced run and does not wait for its end. */
  start: (microflow: string, parameters: Readonly<Record<string, JsonValue>>) =>
    request<RunView>(`microflows/${encodeURIComponent(microflow)}/runs`, {
      parameters,
      wait: false,
      trace: true,
    }),
  read: (runId: string) => request<RunView>(`runs/${runId}`),
  trace: (runId: string) => request<RunTrace>(`runs/${runId}/trace`),
  cancel: (runId: string) => request<RunView>(`runs/${runId}/cancel`, {}),
  list: async () => (await request<{ readonly runs: readonly RunView[] }>("runs?limit=20")).runs,
  /** Tells what happens in a run; returns what ends that. */
  follow: (runId: string, { onLog, onState }: RunFollower): (() => void) => {
    const events = new EventSource(`/api/v1/runs/${runId}/events`);
    events.addEventListener("log", ({ data }) => onLog(JSON.parse(String(data)) as LogLine));
    events.addEventListener("state", ({ data }) => {
      const run = JSON.parse(String(data)) as RunView;
      if (run.status !== "running") events.close();
      onState(run);
    });
    return () => events.close();
  },
};

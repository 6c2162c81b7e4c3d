import type { Problem } from "@rivulet/model";
import type { LogLine, RunSummary, RunTrace, RunView } from "@rivulet/runtime/wire";
import { create } from "zustand";

/** Why there is no run to show. */
export interface Refusal {
  /** It did not start, or nobody knows what became of it. */
  readonly kind: "refused" | "lost";
  readonly microflow: string;
  readonly message: string;
  readonly problems: readonly Problem[];
}

/** A line with a number of its own in this window. */
export interface NumberedLine extends LogLine {
  readonly id: number;
}

/** What is known of runs in this window. */
export interface RunState {
  /** The run that is shown: under way, or ended. */
  readonly run: RunView | undefined;
  readonly trace: RunTrace | undefined;
  /** The server does not answer, so that what is shown of the run may be old. */
  readonly isServerAway: boolean;
  /** Of the run that could not be started instead. */
  readonly refusal: Refusal | undefined;
  /** Log lines of this window's runs, oldest first. */
  readonly log: readonly NumberedLine[];
  readonly recent: readonly RunSummary[];
}

/** The run that is shown. */
export const useRunStore = create<RunState>()(() => ({
  run: undefined,
  trace: undefined,
  isServerAway: false,
  refusal: undefined,
  log: [],
  recent: [],
}));

/** Whether a run of this window is under way. */
export function isRunning(): boolean {
  return useRunStore.getState().run?.status === "running";
}

import type { Json } from "./measure.ts";

/** Which of the two that are compared. */
export type Side = "ours" | "theirs";

/** What a subject process is asked. Requests are answered in order by a {@link SubjectReply}. */
export type SubjectRequest =
  | {
      readonly ask: "prepare";
      readonly side: Side;
      readonly module: string;
      readonly name: string;
      readonly context: Json;
    }
  /** CPU milliseconds of `calls` runs. */
  | { readonly ask: "cpu"; readonly side: Side; readonly calls: number }
  /** Milliseconds by the clock of `calls` runs. */
  | { readonly ask: "wall"; readonly side: Side; readonly calls: number }
  /** Megabytes by which the process has grown at most, during one run. */
  | { readonly ask: "memory-growth"; readonly side: Side }
  /** Megabytes that the process has held at most, after one run. */
  | { readonly ask: "peak-memory"; readonly side: Side }
  /** Longest pause of the event loop during one run, in milliseconds. */
  | { readonly ask: "event-loop-delay"; readonly side: Side };

export type SubjectReply = { readonly value: number } | { readonly failure: string };

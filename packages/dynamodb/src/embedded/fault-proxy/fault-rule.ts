import type { AwsErrorCode } from "./aws-errors.ts";

/**
 * What is to go wrong, and with which requests. A rule counts the requests that its operation and table match, whatever
 * other rules do with them.
 *
 * ```ts
 * // The second and third PutItem into Orders are throttled; every answer is 200 ms late.
 * const rules: FaultRule[] = [
 *   { effect: { kind: "latency", milliseconds: 200 } },
 *   { operation: "PutItem", table: "Orders", calls: { from: 2, to: 3 }, effect: { kind: "error", code: "ThrottlingException" } },
 * ];
 * ```
 */
export interface FaultRule {
  /** The AWS name of an operation, or several; left out: every operation. */
  readonly operation?: string | readonly string[];
  /** A table that the request names, also inside a batch or a transaction; left out: any table or none. */
  readonly table?: string;
  /** Which of the matching requests, counted from 1: one of them, or a range with both ends; left out: all. */
  readonly calls?: number | { readonly from?: number; readonly to?: number };
  readonly effect: FaultEffect;
}

/**
 * What happens to a request. Latencies of all rules that apply add up; of the other effects the first one counts.
 *
 * - `error`: AWS's own answer, without asking the target. `message` and `fields` replace and add to what AWS sends.
 * - `unprocessed`: the target gets the first `processed` requests or keys of a batch (left out: half of them, rounded
 *   up); the others come back as unprocessed. Operations without batches are not touched.
 * - `latency`: the request is handed on later.
 * - `cut`: the connection breaks before the target is asked; after it has answered (a write has happened!); or in the
 *   middle of its answer.
 */
export type FaultEffect =
  | {
      readonly kind: "error";
      readonly code: AwsErrorCode;
      readonly message?: string;
      readonly fields?: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: "unprocessed"; readonly processed?: number }
  | { readonly kind: "latency"; readonly milliseconds: number }
  | { readonly kind: "cut"; readonly at: "before-request" | "before-answer" | "in-answer" };

/** An effect that decides how a request ends. */
export type Fault = Exclude<FaultEffect, { readonly kind: "latency" }>;

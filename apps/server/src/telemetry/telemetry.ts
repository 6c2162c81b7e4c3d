import type { EffectObserver, RunStore, Runs } from "@rivulet/runtime";
import type { MetricSource } from "../metrics/server-metrics.ts";

/** A request that has come in, as whoever looks on sees it: nothing of its content. */
export interface ArrivedRequest {
  readonly requestId: string;
  readonly method: string;
  /** The path of the route, `/api/v1/runs/:runId`; `undefined` where there is none. */
  readonly route: string | undefined;
  /** The header `traceparent` as it came. */
  readonly traceParent: string | undefined;
}

/** A request that somebody looks on at. */
export interface WatchedRequest {
  /** What belongs to this request says so with this `traceparent`. */
  readonly traceParent: string;
  /** Is told of its end: the status, and whether the client took the whole answer. */
  ended(end: { readonly status: number; readonly isWhole: boolean }): void;
}

/** Somebody who looks on while the server works. */
export interface Traces {
  /** `undefined` for a request that is not worth it. */
  requestArrived(request: ArrivedRequest): WatchedRequest | undefined;
  readonly observeEffect: EffectObserver;
  watchRuns(runs: Runs): void;
  /** A store that does the same, watched: what it writes belongs to the runs that it is about. */
  watchedStore(store: RunStore): RunStore;
}

/** What is sent to collectors. */
export interface Telemetry {
  /** `undefined` where nobody wants traces. */
  readonly traces: Traces | undefined;
  /** Sends what is counted, from now on, where that is wanted. */
  sendMetrics(source: MetricSource): void;
  /** Sends what is left, but takes no longer than a few seconds. Never rejects. */
  close(): Promise<void>;
}

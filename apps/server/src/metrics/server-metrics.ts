import type { RunStatus } from "@rivulet/runtime";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { AnsweredRequest } from "../http/application.ts";

/** A run that has ended, as metrics see it. */
export interface EndedRun {
  readonly microflow: string;
  readonly status: Exclude<RunStatus, "running">;
  readonly seconds: number;
}

const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const runBuckets = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 600];

/**
 * What the server counts, in the text form of Prometheus: requests by route, runs by microflow and end, and the
 * process itself. Label values come from the route table and from the project, so their number is bounded.
 */
export class ServerMetrics {
  readonly #registry = new Registry();
  readonly #requests: Counter<"method" | "route" | "status">;
  readonly #requestSeconds: Histogram<"method" | "route">;
  readonly #runs: Counter<"microflow" | "status">;
  readonly #runSeconds: Histogram<"status">;
  readonly #activeRuns: Gauge;

  constructor() {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Counter({
      name: "rivulet_http_requests_total",
      help: "Requests that were answered.",
      labelNames: ["method", "route", "status"],
      registers,
    });
    this.#requestSeconds = new Histogram({
      name: "rivulet_http_request_duration_seconds",
      help: "From the first byte of a request to the last of its answer.",
      labelNames: ["method", "route"],
      buckets: requestBuckets,
      registers,
    });
    this.#runs = new Counter({
      name: "rivulet_runs_total",
      help: "Runs that ended, by how they ended.",
      labelNames: ["microflow", "status"],
      registers,
    });
    this.#runSeconds = new Histogram({
      name: "rivulet_run_duration_seconds",
      help: "From the start of a run to its end, waiting included.",
      labelNames: ["status"],
      buckets: runBuckets,
      registers,
    });
    this.#activeRuns = new Gauge({
      name: "rivulet_runs_active",
      help: "Runs that are under way.",
      registers,
    });
  }

  /** Counts a request. */
  answered({ method, route, status, seconds }: AnsweredRequest): void {
    this.#requests.inc({ method, route, status });
    this.#requestSeconds.observe({ method, route }, seconds);
  }

  /** Counts a run that has ended. */
  ended({ microflow, status, seconds }: EndedRun): void {
    this.#runs.inc({ microflow, status });
    this.#runSeconds.observe({ status }, seconds);
  }

  /** All of it as text. @param activeRuns how many runs are under way now */
  print(activeRuns: number): Promise<string> {
    this.#activeRuns.set(activeRuns);
    return this.#registry.metrics();
  }

  get mediaType(): string {
    return this.#registry.contentType;
  }
}

import type { RunStatus } from "@rivulet/runtime";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { AnsweredRequest } from "../http/watched-request.ts";

/** A run that has ended, as metrics see it. */
export interface EndedRun {
  readonly microflow: string;
  readonly status: Exclude<RunStatus, "running">;
  readonly seconds: number;
}

/** A number that was counted, under its labels. */
export interface CountedValue {
  readonly value: number;
  readonly labels: Readonly<Record<string, string | number>>;
  /** Which part of a histogram it is: `..._bucket`, `..._sum`, `..._count`. */
  readonly metricName?: string;
}

/** Something that is counted, with its numbers at this moment. */
export interface CountedMetric {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly values: readonly CountedValue[];
}

/** What is counted, for whoever sends it elsewhere. */
export interface MetricSource {
  /** When counting began, in milliseconds since 1970. */
  readonly since: number;
  read(): Promise<readonly CountedMetric[]>;
}

const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const runBuckets = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 600];

/**
 * What the server counts: requests by route, runs by microflow and end, and the process itself. Each metric is declared
 * here once; Prometheus reads it as text, and it can be sent elsewhere. Label values come from the route table and from the project, so their number is bounded.
 */
export class ServerMetrics implements MetricSource {
  readonly since = Date.now();
  readonly #registry = new Registry();
  readonly #requests: Counter<"method" | "route" | "status">;
  readonly #requestSeconds: Histogram<"method" | "route">;
  readonly #runs: Counter<"microflow" | "status">;
  readonly #runSeconds: Histogram<"status">;

  /** @param activeRuns how many runs are under way now */
  constructor(activeRuns: () => number) {
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
    const underWay: Gauge = new Gauge({
      name: "rivulet_runs_active",
      help: "Runs that are under way.",
      registers,
      collect: () => underWay.set(activeRuns()),
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

  /** All of it as text. */
  print(): Promise<string> {
    return this.#registry.metrics();
  }

  /** All of it as data. No summary is among it. */
  async read(): Promise<readonly CountedMetric[]> {
    return (await this.#registry.getMetricsAsJSON()) as unknown as readonly CountedMetric[];
  }

  get mediaType(): string {
    return this.#registry.contentType;
  }
}

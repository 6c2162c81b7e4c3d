import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import { type EffectObserver, FlowError, type RunRecord, type RunStore, type Runs } from "@rivulet/runtime";
import { describeEffect } from "./effect-attributes.ts";
import { contextOf } from "./span-context.ts";
import { WatchedRunStore } from "./watched-run-store.ts";

/** Runs whose end is not written are forgotten beyond so many: their database is away. */
const mostUnwritten = 10_000;

/** Spans of runs, of the effects that they do, and of their being written down. */
export class RunSpans {
  readonly #tracer: Tracer;
  /** Runs that are under way. */
  readonly #open = new Map<string, Span>();
  /** Those whose end is not written yet are here as well. */
  readonly #contexts = new Map<string, Context>();
  #isWritten = false;

  constructor(tracer: Tracer) {
    this.#tracer = tracer;
  }

  watch(runs: Runs): void {
    runs.watch(({ kind, run }) => {
      if (kind === "started") this.#started(run);
      if (kind === "ended") this.#ended(run);
    });
  }

  watchedStore(store: RunStore): RunStore {
    this.#isWritten = true;
    return new WatchedRunStore(store, {
      tracer: this.#tracer,
      contextOf: (id) => this.#contexts.get(id),
      endWritten: (id) => void this.#contexts.delete(id),
    });
  }

  readonly observeEffect: EffectObserver = (effect) => {
    const { name, attributes } = describeEffect(effect);
    const options = { kind: SpanKind.CLIENT, attributes: attributes as Record<string, string> };
    const span = this.#tracer.startSpan(name, options, this.#contexts.get(effect.runId) ?? ROOT_CONTEXT);
    return (failure) => {
      if (failure !== undefined) markFailed(span, failure);
      span.end();
    };
  };

  #started(run: RunRecord): void {
    const attributes = {
      "rivulet.run.id": run.id,
      "rivulet.microflow": run.microflow,
      "rivulet.configuration": run.configuration,
    };
    const parent = contextOf(run.traceParent ?? undefined);
    const span = this.#tracer.startSpan(`run ${run.microflow}`, { attributes }, parent);
    this.#open.set(run.id, span);
    this.#contexts.set(run.id, trace.setSpan(parent, span));
    const [oldest] = this.#contexts.size > mostUnwritten ? this.#contexts.keys() : [];
    if (oldest !== undefined) this.#contexts.delete(oldest);
  }

  #ended({ id, status, outcome }: RunRecord): void {
    const span = this.#open.get(id);
    this.#open.delete(id);
    if (!this.#isWritten) this.#contexts.delete(id);
    span?.setAttribute("rivulet.run.status", status);
    if (span && status === "failed" && outcome?.status === "failed") markFailed(span, outcome.error);
    span?.end();
  }
}

/** By its code only: the message of an error may quote what it is about. */
function markFailed(span: Span, failure: unknown): void {
  const code = failure instanceof FlowError ? failure.code : "internal-error";
  span.setAttribute("error.type", code);
  span.setStatus({ code: SpanStatusCode.ERROR, message: code });
  if (!(failure instanceof FlowError)) return;
  const { awsCode, requestId, httpStatus } = (failure.details ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof awsCode === "string") span.setAttribute("db.response.status_code", awsCode);
  if (typeof requestId === "string") span.setAttribute("aws.request_id", requestId);
  if (typeof httpStatus === "number") span.setAttribute("http.response.status_code", httpStatus);
}

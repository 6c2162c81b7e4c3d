import type { ReadableSpan, SpanExporter } from "@opentelemetry/sdk-trace";
import type { Logger } from "pino";

type Done = Parameters<SpanExporter["export"]>[1];

/** Sends spans as another exporter does, and says in the log when that begins to fail and when it works again. */
export class ReportedExporter implements SpanExporter {
  readonly #exporter: SpanExporter;
  readonly #log: Logger;
  #isFailing = false;

  constructor(exporter: SpanExporter, log: Logger) {
    this.#exporter = exporter;
    this.#log = log;
  }

  export(spans: ReadableSpan[], done: Done): void {
    this.#exporter.export(spans, (result) => {
      const isFailing = result.error !== undefined;
      // Of the error its message only: it may hold the request, whose headers have the key of the collector.
      const reason = result.error?.message;
      if (isFailing && !this.#isFailing) this.#log.warn({ reason }, "traces cannot be sent, and are dropped");
      if (!isFailing && this.#isFailing) this.#log.info("traces are sent again");
      this.#isFailing = isFailing;
      done(result);
    });
  }

  shutdown(): Promise<void> {
    return this.#exporter.shutdown();
  }

  async forceFlush(): Promise<void> {
    await this.#exporter.forceFlush?.();
  }
}

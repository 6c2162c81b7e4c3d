import type { ReadableSpan, SpanExporter } from "@opentelemetry/sdk-trace";
import type { SendingReport } from "./sending-report.ts";

type Done = Parameters<SpanExporter["export"]>[1];

/** Sends spans as another exporter does, and reports how it goes. */
export class ReportedExporter implements SpanExporter {
  readonly #exporter: SpanExporter;
  readonly #report: SendingReport;

  constructor(exporter: SpanExporter, report: SendingReport) {
    this.#exporter = exporter;
    this.#report = report;
  }

  export(spans: ReadableSpan[], done: Done): void {
    this.#exporter.export(spans, (result) => {
      this.#report.told(result.error);
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

import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import type { Resource } from "@opentelemetry/resources";
import {
  MeterProvider,
  PeriodicExportingMetricReader,
  type PushMetricExporter,
} from "@opentelemetry/sdk-metrics";
import type { MetricSource } from "../metrics/server-metrics.ts";
import { version } from "../version.ts";
import { metricsOf } from "./metric-data.ts";
import type { SendingReport } from "./sending-report.ts";
import type { TelemetrySettings } from "./telemetry-settings.ts";

/** Sends what is counted again and again, and once more at its end. */
export function sendMetrics(
  source: MetricSource,
  { url, headers, timeout, pause }: NonNullable<TelemetrySettings["metrics"]>,
  { resource, report }: { readonly resource: Resource; readonly report: SendingReport },
): { close(): Promise<void> } {
  const exporter = new OTLPMetricExporter({ url, headers: { ...headers }, timeoutMillis: timeout });
  const counted = {
    async collect() {
      const scope = { name: "rivulet", version };
      const metrics = metricsOf(await source.read(), { since: source.since, now: Date.now() });
      return { resourceMetrics: { resource, scopeMetrics: [{ scope, metrics }] }, errors: [] };
    },
  };
  const reader = new PeriodicExportingMetricReader({
    exporter: reported(exporter, report),
    exportIntervalMillis: pause,
    exportTimeoutMillis: Math.min(pause, timeout),
    metricProducers: [counted],
  });
  const provider = new MeterProvider({ resource, readers: [reader] });
  return { close: () => provider.shutdown() };
}

function reported(exporter: OTLPMetricExporter, report: SendingReport): PushMetricExporter {
  return {
    export: (metrics, done) =>
      exporter.export(metrics, (result) => {
        report.told(result.error);
        done(result);
      }),
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
  };
}

import { setTimeout as delay } from "node:timers/promises";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { type Resource, resourceFromAttributes } from "@opentelemetry/resources";
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import type { Logger } from "pino";
import { version } from "../version.ts";
import { ReportedExporter } from "./reported-exporter.ts";
import { watchRequest } from "./request-spans.ts";
import { RunSpans } from "./run-spans.ts";
import { SendingReport } from "./sending-report.ts";
import { sendMetrics } from "./sent-metrics.ts";
import type { Telemetry, Traces } from "./telemetry.ts";
import type { SamplerName, TelemetrySettings, TraceSettings } from "./telemetry-settings.ts";

/** Something that sends until it is closed, and what is left then. */
interface Closeable {
  close(): Promise<void>;
}

/** A collector that does not take what is left keeps a server from stopping for so long, in milliseconds. */
const longestFlush = 3_000;

const samplers: Readonly<Record<SamplerName, (ratio: number) => Sampler>> = {
  always_on: () => new AlwaysOnSampler(),
  always_off: () => new AlwaysOffSampler(),
  traceidratio: (ratio) => new TraceIdRatioBasedSampler(ratio),
  parentbased_always_on: () => new ParentBasedSampler({ root: new AlwaysOnSampler() }),
  parentbased_always_off: () => new ParentBasedSampler({ root: new AlwaysOffSampler() }),
  parentbased_traceidratio: (ratio) => new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
};

/**
 * Sends traces of requests, runs, effects and writing to a collector, and what is counted. What is done never waits for it: spans
 * gather in a queue with an end, and are sent by themselves. Nothing global is set and no module is patched.
 */
export function openTelemetry(settings: TelemetrySettings, log: Logger): Telemetry {
  const resource = resourceFromAttributes({ "service.version": version, ...settings.resource });
  const traces = settings.traces && openTraces(settings.traces, resource, log);
  const sent: Closeable[] = traces === undefined ? [] : [traces];
  return {
    traces,
    sendMetrics(source) {
      if (!settings.metrics) return;
      const report = new SendingReport("metrics", log);
      sent.push(sendMetrics(source, settings.metrics, { resource, report }));
    },
    async close() {
      // That it did not work stands in the log.
      const ended = Promise.allSettled(sent.map((each) => each.close()));
      const patience = new AbortController();
      await Promise.race([ended, delay(longestFlush, undefined, { signal: patience.signal })]);
      patience.abort();
    },
  };
}

function openTraces(settings: TraceSettings, resource: Resource, log: Logger): Traces & Closeable {
  const { url, headers, timeout, sampler, ratio, queue, batch, pause } = settings;
  const exporter = new OTLPTraceExporter({ url, headers: { ...headers }, timeoutMillis: timeout });
  const processor = new BatchSpanProcessor({
    exporter: new ReportedExporter(exporter, new SendingReport("traces", log)),
    maxQueueSize: queue,
    maxExportBatchSize: Math.min(batch, queue),
    scheduledDelayMillis: pause,
  });
  const provider = new TracerProvider({
    resource,
    sampler: samplers[sampler](ratio),
    spanProcessors: [processor],
  });
  const tracer = provider.getTracer("rivulet", version);
  const runs = new RunSpans(tracer);
  return {
    requestArrived: (request) => watchRequest(tracer, request),
    observeEffect: runs.observeEffect,
    watchRuns: (all) => runs.watch(all),
    watchedStore: (store) => runs.watchedStore(store),
    close: () => provider.shutdown(),
  };
}

import { type HrTime, ValueType } from "@opentelemetry/api";
import {
  AggregationTemporality,
  type DataPoint,
  DataPointType,
  type Histogram,
  type MetricData,
} from "@opentelemetry/sdk-metrics";
import type { CountedMetric, CountedValue } from "../metrics/server-metrics.ts";

/** Between which moments it was counted, in milliseconds since 1970. */
interface Span {
  readonly since: number;
  readonly now: number;
}

type Labels = CountedValue["labels"];

/** What is counted for Prometheus, as OpenTelemetry has it: the same names, labels and numbers. */
export function metricsOf(counted: readonly CountedMetric[], span: Span): MetricData[] {
  return counted.map((metric) => metricOf(metric, span));
}

function metricOf({ name, help, type, values }: CountedMetric, span: Span): MetricData {
  const unit = unitOf(name);
  const common = {
    descriptor: { name, description: help, unit, valueType: ValueType.DOUBLE },
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
  };
  if (type === "histogram")
    return { ...common, dataPointType: DataPointType.HISTOGRAM, dataPoints: histogramsOf(values, span) };
  const dataPoints = values.map(({ labels, value }) => pointOf(labels, value, span));
  if (type === "counter")
    return { ...common, dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints };
  return { ...common, dataPointType: DataPointType.GAUGE, dataPoints };
}

/** The unit stands at the end of a name. */
function unitOf(name: string): string {
  const [, word] = /_(seconds|bytes)(?:_total)?$/.exec(name) ?? [];
  return word === "seconds" ? "s" : word === "bytes" ? "By" : "";
}

function pointOf<Value>(labels: Labels, value: Value, { since, now }: Span): DataPoint<Value> {
  return { startTime: timeOf(since), endTime: timeOf(now), attributes: { ...labels }, value };
}

function timeOf(milliseconds: number): HrTime {
  return [Math.floor(milliseconds / 1_000), Math.round((milliseconds % 1_000) * 1_000_000)];
}

/** Which histogram it is: all labels but the one that says which bucket. */
function withoutBoundary(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => name !== "le"));
}

/** Prometheus counts in each bucket what is in those below it too, OpenTelemetry does not. */
function histogramsOf(values: readonly CountedValue[], span: Span): DataPoint<Histogram>[] {
  const groups = Map.groupBy(values, ({ labels }) => JSON.stringify(withoutBoundary(labels)));
  return [...groups.values()].map((group) => {
    const labels = withoutBoundary(group[0]?.labels ?? {});
    const numberOf = (end: string) => group.find(({ metricName }) => metricName?.endsWith(end))?.value ?? 0;
    const buckets = group
      .filter(({ metricName }) => metricName?.endsWith("_bucket"))
      .map(({ labels: { le }, value }) => ({ boundary: le === "+Inf" ? Infinity : Number(le), value }))
      .sort((left, right) => left.boundary - right.boundary);
    const counts = buckets.map(({ value }, at) => value - (buckets[at - 1]?.value ?? 0));
    const boundaries = buckets.map(({ boundary }) => boundary).filter(Number.isFinite);
    const histogram = { buckets: { boundaries, counts }, sum: numberOf("_sum"), count: numberOf("_count") };
    return pointOf(labels, histogram, span);
  });
}

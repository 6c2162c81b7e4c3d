import { expect, test } from "vitest";
import { readTelemetrySettings } from "./telemetry-settings.ts";

const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318/" };
const read = (environment: Record<string, string>) => readTelemetrySettings(environment);

test.each([
  [{}],
  [{ OTEL_SERVICE_NAME: "shop" }],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: "" }],
  [{ ...endpoint, OTEL_SDK_DISABLED: "TRUE" }],
  [{ ...endpoint, OTEL_TRACES_EXPORTER: "none", OTEL_METRICS_EXPORTER: "none" }],
])("nobody wants anything with %j", (environment) => {
  expect(read(environment)).toEqual({ settings: undefined, warnings: [] });
});

test("an endpoint alone is enough", () => {
  expect(read(endpoint)).toEqual({
    settings: {
      resource: { "service.name": "rivulet" },
      traces: {
        url: "http://collector:4318/v1/traces",
        headers: {},
        timeout: 3_000,
        sampler: "parentbased_always_on",
        ratio: 1,
        queue: 2_048,
        batch: 512,
        pause: 5_000,
      },
      metrics: { url: "http://collector:4318/v1/metrics", headers: {}, timeout: 3_000, pause: 60_000 },
    },
    warnings: [],
  });
});

test("what is said for traces alone comes first, and a name before the attributes", () => {
  const { settings } = read({
    ...endpoint,
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "https://traces.example/in",
    OTEL_EXPORTER_OTLP_HEADERS: "a=1, key = b%20c ,=x,broken",
    OTEL_EXPORTER_OTLP_TRACES_HEADERS: "a=2=3",
    OTEL_EXPORTER_OTLP_TIMEOUT: "500",
    OTEL_RESOURCE_ATTRIBUTES: "service.name=other,deployment.environment.name=test",
    OTEL_SERVICE_NAME: "shop",
    OTEL_TRACES_SAMPLER: "traceidratio",
    OTEL_TRACES_SAMPLER_ARG: "0.25",
    OTEL_METRIC_EXPORT_INTERVAL: "10000",
  });
  expect(settings).toMatchObject({
    resource: { "service.name": "shop", "deployment.environment.name": "test" },
    traces: {
      url: "https://traces.example/in",
      headers: { a: "2=3", key: "b c" },
      timeout: 500,
      sampler: "traceidratio",
      ratio: 0.25,
    },
    metrics: {
      url: "http://collector:4318/v1/metrics",
      headers: { a: "1", key: "b c" },
      timeout: 500,
      pause: 10_000,
    },
  });
});

test("traces and metrics can be wanted without each other", () => {
  expect(read({ ...endpoint, OTEL_METRICS_EXPORTER: "none" }).settings?.metrics).toBeUndefined();
  const own = { OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: "https://metrics.example/in" };
  expect(read(own).settings).toMatchObject({
    traces: undefined,
    metrics: { url: "https://metrics.example/in" },
  });
});

test("what is not understood is left out and told", () => {
  const { settings, warnings } = read({
    ...endpoint,
    OTEL_TRACES_SAMPLER: "xray",
    OTEL_TRACES_SAMPLER_ARG: "7",
    OTEL_BSP_MAX_QUEUE_SIZE: "many",
    OTEL_EXPORTER_OTLP_PROTOCOL: "grpc",
  });
  expect(settings?.traces).toMatchObject({ sampler: "parentbased_always_on", ratio: 1, queue: 2_048 });
  expect(warnings.join("\n")).toMatch(/SAMPLER is left out: xray[^]*SAMPLER_ARG[^]*QUEUE_SIZE[^]*grpc/);
});

test.each(["collector:4318", "ftp://collector", "nonsense"])(
  "%s is no endpoint, and said to be none",
  (url) => {
    expect(() => read({ OTEL_EXPORTER_OTLP_ENDPOINT: url })).toThrow(
      /OTEL_EXPORTER_OTLP_ENDPOINT is no address/,
    );
  },
);

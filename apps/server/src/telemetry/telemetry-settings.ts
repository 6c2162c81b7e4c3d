import { ServerError } from "../instance/server-error.ts";

/** How traces are sampled where `OTEL_TRACES_SAMPLER` says nothing: as the caller does, and all that begin here. */
const usualSampler = "parentbased_always_on";

const samplers = [
  "always_on",
  "always_off",
  "traceidratio",
  usualSampler,
  "parentbased_always_off",
  "parentbased_traceidratio",
] as const;

/** The samplers of the specification. */
export type SamplerName = (typeof samplers)[number];

/** Where something goes, and how. */
interface Sending {
  /** The address that takes it: `http://localhost:4318/v1/traces`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds that an attempt to send may take, all its repetitions together. */
  readonly timeout: number;
  /** Milliseconds between two sendings. */
  readonly pause: number;
}

/** How traces are made and sent. */
export interface TraceSettings extends Sending {
  readonly sampler: SamplerName;
  /** The part of all traces that a sampler by ratio takes: 0 to 1. */
  readonly ratio: number;
  /** Spans that wait to be sent at most; more are dropped. */
  readonly queue: number;
  /** Spans that are sent together at most. */
  readonly batch: number;
}

/** What goes to collectors. */
export interface TelemetrySettings {
  /** Who we are: `service.name` and what the environment adds. */
  readonly resource: Readonly<Record<string, string>>;
  /** `undefined` where nobody wants traces. */
  readonly traces: TraceSettings | undefined;
  /** `undefined` where nobody wants metrics. */
  readonly metrics: Sending | undefined;
}

/** What was read, and what was not understood. */
export interface ReadTelemetry {
  /** `undefined` where nobody wants anything. */
  readonly settings: TelemetrySettings | undefined;
  readonly warnings: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What is sent. */
type Signal = "TRACES" | "METRICS";

/** Reads a number; what is none is told, and the usual one taken. */
type ReadNumber = (name: string, usual: number, isRight?: (value: number) => boolean) => number;

/**
 * Reads the variables of OpenTelemetry ("Environment Variable Specification"). Traces and metrics are sent where an endpoint
 * is named. What is not understood is left out and told, as the specification asks; an endpoint that is no address is not.
 *
 * @throws {ServerError} `wrong-setting`
 */
export function readTelemetrySettings(environment: Environment): ReadTelemetry {
  const warnings: string[] = [];
  const number: ReadNumber = (name, usual, isRight = (value) => value >= 1) => {
    const text = environment[name]?.trim();
    if (!text) return usual;
    if (isRight(Number(text))) return Number(text);
    warnings.push(`${name} is left out: "${text}" is not a number that fits.`);
    return usual;
  };
  const traceUrl = urlOf(environment, "TRACES");
  const metricUrl = urlOf(environment, "METRICS");
  if (traceUrl === undefined && metricUrl === undefined) return { settings: undefined, warnings };
  const traces = traceUrl && {
    ...sendingOf(environment, "TRACES", { url: traceUrl, number }),
    pause: number("OTEL_BSP_SCHEDULE_DELAY", 5_000),
    sampler: samplerOf(environment, warnings),
    ratio: number("OTEL_TRACES_SAMPLER_ARG", 1, (value) => value >= 0 && value <= 1),
    queue: number("OTEL_BSP_MAX_QUEUE_SIZE", 2_048),
    batch: number("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", 512),
  };
  const metrics = metricUrl && {
    ...sendingOf(environment, "METRICS", { url: metricUrl, number }),
    pause: number("OTEL_METRIC_EXPORT_INTERVAL", 60_000),
  };
  warnings.push(...otherProtocols(environment));
  return {
    settings: {
      resource: resourceOf(environment),
      traces: traces || undefined,
      metrics: metrics || undefined,
    },
    warnings,
  };
}

const variableOf = (signal: Signal, name: string): string => `OTEL_EXPORTER_OTLP_${signal}_${name}`;

function sendingOf(
  environment: Environment,
  signal: Signal,
  { url, number }: { readonly url: string; readonly number: ReadNumber },
): Omit<Sending, "pause"> {
  const headers = {
    ...pairsOf(environment, "OTEL_EXPORTER_OTLP_HEADERS"),
    ...pairsOf(environment, variableOf(signal, "HEADERS")),
  };
  const timeout = number(variableOf(signal, "TIMEOUT"), number("OTEL_EXPORTER_OTLP_TIMEOUT", 3_000));
  return { url, headers, timeout };
}

function otherProtocols(environment: Environment): string[] {
  const names = [
    variableOf("TRACES", "PROTOCOL"),
    variableOf("METRICS", "PROTOCOL"),
    "OTEL_EXPORTER_OTLP_PROTOCOL",
  ];
  const spoken = names.map((name) => environment[name]?.trim() ?? "");
  const others = new Set(spoken.filter((protocol) => protocol !== "" && protocol !== "http/json"));
  return [...others].map(
    (protocol) =>
      `Everything is sent as http/json: ${protocol} is not spoken here. Most collectors take both at one port.`,
  );
}

/** What is said for a signal alone comes before what is said for all. */
function urlOf(environment: Environment, signal: Signal): string | undefined {
  const isOff = environment["OTEL_SDK_DISABLED"]?.trim().toLowerCase() === "true";
  if (isOff || environment[`OTEL_${signal}_EXPORTER`]?.trim() === "none") return undefined;
  const own = environment[variableOf(signal, "ENDPOINT")]?.trim();
  const all = environment["OTEL_EXPORTER_OTLP_ENDPOINT"]?.trim();
  const text = own || (all && `${all.replace(/\/$/, "")}/v1/${signal.toLowerCase()}`);
  if (!text) return undefined;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  const name = own ? variableOf(signal, "ENDPOINT") : "OTEL_EXPORTER_OTLP_ENDPOINT";
  const message = `${name} is no address. Set it to one like http://localhost:4318, or to nothing.`;
  throw new ServerError("wrong-setting", message);
}

/** `a=1,b=2`, with what is special in URLs escaped as there. */
function pairsOf(environment: Environment, name: string): Record<string, string> {
  const pairs = (environment[name] ?? "")
    .split(",")
    .map((pair) => pair.split(/=(.*)/s).map((part) => part.trim()));
  return Object.fromEntries(pairs.flatMap(([key, value]) => (key && value ? [[key, unescaped(value)]] : [])));
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function resourceOf(environment: Environment): Record<string, string> {
  const attributes = { "service.name": "rivulet", ...pairsOf(environment, "OTEL_RESOURCE_ATTRIBUTES") };
  const name = environment["OTEL_SERVICE_NAME"]?.trim();
  return name ? { ...attributes, "service.name": name } : attributes;
}

function samplerOf(environment: Environment, warnings: string[]): SamplerName {
  const text = environment["OTEL_TRACES_SAMPLER"]?.trim();
  if (!text) return usualSampler;
  const known = samplers.find((name) => name === text);
  if (!known) warnings.push(`OTEL_TRACES_SAMPLER is left out: ${text} is not one of ${samplers.join(", ")}.`);
  return known ?? usualSampler;
}

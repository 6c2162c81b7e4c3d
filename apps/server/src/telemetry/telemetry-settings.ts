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

/** Where traces go, and how. */
export interface TelemetrySettings {
  /** The address that takes them: `http://localhost:4318/v1/traces`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds that an attempt to send may take, all its repetitions together. */
  readonly timeout: number;
  /** Who we are: `service.name` and what the environment adds. */
  readonly resource: Readonly<Record<string, string>>;
  readonly sampler: SamplerName;
  /** The part of all traces that a sampler by ratio takes: 0 to 1. */
  readonly ratio: number;
  /** Spans that wait to be sent at most; more are dropped. */
  readonly queue: number;
  /** Spans that are sent together at most. */
  readonly batch: number;
  /** Milliseconds between two sendings. */
  readonly pause: number;
}

/** What was read, and what was not understood. */
export interface ReadTelemetry {
  /** `undefined` where nobody wants traces. */
  readonly settings: TelemetrySettings | undefined;
  readonly warnings: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the variables of OpenTelemetry ("Environment Variable Specification"). Traces are sent where an endpoint is
 * named. What is not understood is left out and told, as the specification asks; an endpoint that is no address is not.
 *
 * @throws {ServerError} `wrong-setting`
 */
export function readTelemetrySettings(environment: Environment): ReadTelemetry {
  const url = urlOf(environment);
  const isOff = environment["OTEL_SDK_DISABLED"]?.trim().toLowerCase() === "true";
  if (url === undefined || isOff || environment["OTEL_TRACES_EXPORTER"]?.trim() === "none")
    return { settings: undefined, warnings: [] };
  const warnings: string[] = [];
  const number = (name: string, usual: number, isRight = (value: number) => value >= 1): number => {
    const text = environment[name]?.trim();
    if (!text) return usual;
    if (isRight(Number(text))) return Number(text);
    warnings.push(`${name} is left out: "${text}" is not a number that fits.`);
    return usual;
  };
  const settings: TelemetrySettings = {
    url,
    headers: {
      ...pairsOf(environment, "OTEL_EXPORTER_OTLP_HEADERS"),
      ...pairsOf(environment, tracesOnly("HEADERS")),
    },
    timeout: number(tracesOnly("TIMEOUT"), number("OTEL_EXPORTER_OTLP_TIMEOUT", 3_000)),
    resource: resourceOf(environment),
    sampler: samplerOf(environment, warnings),
    ratio: number("OTEL_TRACES_SAMPLER_ARG", 1, (value) => value >= 0 && value <= 1),
    queue: number("OTEL_BSP_MAX_QUEUE_SIZE", 2_048),
    batch: number("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", 512),
    pause: number("OTEL_BSP_SCHEDULE_DELAY", 5_000),
  };
  const protocol = textOf(environment, "PROTOCOL");
  if (protocol !== undefined && protocol !== "http/json")
    warnings.push(
      `Traces are sent as http/json: ${protocol} is not spoken here. Most collectors take both at one port.`,
    );
  return { settings, warnings };
}

const tracesOnly = (name: string): string => `OTEL_EXPORTER_OTLP_TRACES_${name}`;

/** What is said for traces alone comes before what is said for all signals. */
function textOf(environment: Environment, name: string): string | undefined {
  return (
    environment[tracesOnly(name)]?.trim() || environment[`OTEL_EXPORTER_OTLP_${name}`]?.trim() || undefined
  );
}

function urlOf(environment: Environment): string | undefined {
  const own = environment[tracesOnly("ENDPOINT")]?.trim();
  const all = environment["OTEL_EXPORTER_OTLP_ENDPOINT"]?.trim();
  const text = own || (all && `${all.replace(/\/$/, "")}/v1/traces`);
  if (!text) return undefined;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  const name = own ? tracesOnly("ENDPOINT") : "OTEL_EXPORTER_OTLP_ENDPOINT";
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

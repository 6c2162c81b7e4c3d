import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "vitest";

/** A span as a collector gets it. */
export interface ReceivedSpan {
  readonly name: string;
  readonly kind: number;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly status: { readonly code?: number; readonly message?: string };
}

interface WrittenAttribute {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

interface WrittenSpans {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly WrittenAttribute[] };
    readonly scopeSpans: readonly {
      readonly spans: readonly (Omit<ReceivedSpan, "attributes"> & {
        readonly attributes: readonly WrittenAttribute[];
      })[];
    }[];
  }[];
}

/** A metric as a collector gets it, with the numbers of its points by their labels. */
export interface ReceivedMetric {
  readonly name: string;
  readonly description: string;
  readonly unit?: string;
  readonly sum?: WrittenPoints & { readonly isMonotonic: boolean };
  readonly gauge?: WrittenPoints;
  readonly histogram?: WrittenPoints;
}

interface WrittenPoints {
  readonly dataPoints: readonly {
    readonly attributes: readonly WrittenAttribute[];
    readonly asDouble?: number;
    readonly count?: number;
    readonly sum?: number;
    readonly bucketCounts?: readonly number[];
    readonly explicitBounds?: readonly number[];
  }[];
}

interface WrittenMetrics {
  readonly resourceMetrics: readonly {
    readonly resource: { readonly attributes: readonly WrittenAttribute[] };
    readonly scopeMetrics: readonly { readonly metrics: readonly ReceivedMetric[] }[];
  }[];
}

/** A collector that takes traces and metrics as OTLP/HTTP has them, in JSON. */
export interface Collector extends AsyncDisposable {
  readonly endpoint: string;
  /** All that came in, as it came. */
  readonly texts: readonly string[];
  readonly spans: readonly ReceivedSpan[];
  /** Those that came last. */
  readonly metrics: readonly ReceivedMetric[];
  readonly resource: Readonly<Record<string, unknown>>;
  /** The headers of each sending. */
  readonly headers: readonly Readonly<Record<string, unknown>>[];
  /** The one span of this name, once it is there. */
  span(name: string): Promise<ReceivedSpan>;
}

/** Starts a collector on a free port; it answers with a status. */
export async function startCollector(status = 200): Promise<Collector> {
  const texts: string[] = [];
  const headers: Readonly<Record<string, unknown>>[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      headers.push({ ...request.headers, url: request.url });
      texts.push(Buffer.concat(parts).toString("utf8"));
      response.writeHead(status, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const sent = () => texts.flatMap((text) => (JSON.parse(text) as Partial<WrittenSpans>).resourceSpans ?? []);
  const metrics = () =>
    texts.flatMap((text) => (JSON.parse(text) as Partial<WrittenMetrics>).resourceMetrics ?? []);
  const spans = () =>
    sent().flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans.map(readSpan)));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    texts,
    headers,
    get spans() {
      return spans();
    },
    get metrics() {
      return (
        metrics()
          .at(-1)
          ?.scopeMetrics.flatMap((scope) => scope.metrics) ?? []
      );
    },
    get resource() {
      return valuesOf(sent()[0]?.resource.attributes ?? []);
    },
    async span(name) {
      const named = () => spans().filter((span) => span.name === name);
      await expect.poll(() => named().length, { timeout: 15_000 }).toBe(1);
      return named()[0] as ReceivedSpan;
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readSpan(
  span: Omit<ReceivedSpan, "attributes"> & { attributes: readonly WrittenAttribute[] },
): ReceivedSpan {
  return { ...span, attributes: valuesOf(span.attributes) };
}

function valuesOf(attributes: readonly WrittenAttribute[]): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, plain(value)]));
}

/** `{ stringValue: "a" }` and its like. */
function plain(value: Readonly<Record<string, unknown>>): unknown {
  const list = value["arrayValue"] as
    | { readonly values: readonly Readonly<Record<string, unknown>>[] }
    | undefined;
  return list ? list.values.map(plain) : Object.values(value)[0];
}

import { SpanKind, SpanStatusCode, type Tracer } from "@opentelemetry/api";
import { contextOf, traceParentOf } from "./span-context.ts";
import type { ArrivedRequest, WatchedRequest } from "./telemetry.ts";

/** Asked every few seconds by whoever watches the server: their spans would hide all others. */
const unwatched = new Set(["/healthz", "/readyz", "/metrics"]);

/**
 * Begins the span of a request. The path as it was asked for and the query are not in it: a route says what it was about,
 * and they may hold what is nobody's business.
 */
export function watchRequest(
  tracer: Tracer,
  { method, route, requestId, traceParent }: ArrivedRequest,
): WatchedRequest | undefined {
  if (route !== undefined && unwatched.has(route)) return undefined;
  const attributes = {
    "http.request.method": method,
    "url.scheme": "http",
    "rivulet.request.id": requestId,
    ...(route === undefined ? {} : { "http.route": route }),
  };
  const name = route === undefined ? method : `${method} ${route}`;
  const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, contextOf(traceParent));
  return {
    traceParent: traceParentOf(span.spanContext()),
    ended({ status, isWhole }) {
      span.setAttribute("http.response.status_code", status);
      const failure = status >= 500 ? String(status) : isWhole ? undefined : "client-left";
      if (failure !== undefined) span.setAttribute("error.type", failure);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

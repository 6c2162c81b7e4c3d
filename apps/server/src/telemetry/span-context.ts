import { type Context, ROOT_CONTEXT, type SpanContext, TraceFlags, trace } from "@opentelemetry/api";
import { printTraceParent, readTraceParent } from "./trace-parent.ts";

/** The context of whoever sent a `traceparent`; that of a new trace where nobody did. */
export function contextOf(traceParent: string | undefined): Context {
  const parts = traceParent === undefined ? undefined : readTraceParent(traceParent);
  if (!parts) return ROOT_CONTEXT;
  const { traceId, spanId, isSampled } = parts;
  const traceFlags = isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

/** The `traceparent` of a span. */
export function traceParentOf({ traceId, spanId, traceFlags }: SpanContext): string {
  const isSampled = (traceFlags & TraceFlags.SAMPLED) !== 0;
  return printTraceParent({ traceId, spanId, isSampled });
}

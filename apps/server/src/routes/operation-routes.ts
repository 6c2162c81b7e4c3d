import * as z from "zod/mini";
import { ok } from "../http/reply.ts";
import { defineRoute, type Route } from "../http/route.ts";
import type { ServerMetrics } from "../metrics/server-metrics.ts";

/** What the routes of an operator need. */
export interface OperationServices {
  readonly metrics: ServerMetrics;
  /** What is missing before the server can do its work; empty when it is ready. */
  readonly missing: () => Promise<readonly MissingPart[]>;
}

/** A reason why the server is not ready. */
export type MissingPart = {
  readonly part: "project" | "shutdown" | "database";
  /** What is missing and what to do about it. */
  readonly message: string;
};

const readiness = z.object({
  status: z.enum(["ready", "not-ready"]),
  missing: z.array(z.object({ part: z.string(), message: z.string() })),
});

/** Liveness, readiness and metrics. */
export function operationRoutes({ metrics, missing }: OperationServices): readonly Route[] {
  return [
    defineRoute(
      {
        method: "GET",
        path: "/healthz",
        operation: "health",
        summary: "Whether the server is alive.",
        access: "everyone",
        isSameForAll: true,
        responses: {
          200: { description: "It is.", schema: z.object({ status: z.literal("alive") }) },
        },
      },
      () => ok({ status: "alive" }),
    ),
    defineRoute(
      {
        method: "GET",
        path: "/readyz",
        operation: "readiness",
        summary: "Whether the server can run microflows, and what is missing when it cannot.",
        access: "everyone",
        isSameForAll: true,
        responses: {
          200: { description: "It can.", schema: readiness },
          503: { description: "It cannot; `missing` says why.", schema: readiness },
        },
      },
      async () => {
        const parts = await missing();
        const isReady = parts.length === 0;
        const body = { status: isReady ? "ready" : "not-ready", missing: parts };
        return { kind: "json", status: isReady ? 200 : 503, body };
      },
    ),
    defineRoute(
      {
        method: "GET",
        path: "/metrics",
        operation: "metrics",
        summary: "Counters and durations, for Prometheus.",
        access: "operator",
        responses: { 200: { description: "The text form of Prometheus.", mediaType: "text/plain" } },
      },
      async () => ({
        kind: "text",
        status: 200,
        mediaType: metrics.mediaType,
        text: await metrics.print(),
      }),
    ),
  ];
}

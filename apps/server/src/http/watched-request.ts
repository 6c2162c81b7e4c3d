import type { FastifyReply, FastifyRequest } from "fastify";
import type { Traces } from "../telemetry/telemetry.ts";
import { printTraceParent, readTraceParent } from "../telemetry/trace-parent.ts";

/** A request as metrics see it. */
export interface AnsweredRequest {
  readonly method: string;
  /** The path of the route, or `unknown`. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** Stands for the status where a client left before there was one, as other servers write it. */
const clientLeft = 499;

/** A request belongs to the trace of its caller, else to one of its own where traces are wanted. */
export function followTrace(
  traces: Traces | undefined,
  request: FastifyRequest,
  { raw }: FastifyReply,
): void {
  const { method, id: requestId } = request;
  const header = request.headers["traceparent"];
  if (traces === undefined && header === undefined) return;
  const sent = typeof header === "string" ? header : undefined;
  const route = request.routeOptions.config.route?.path;
  const watched = traces?.requestArrived({ requestId, method, route, traceParent: sent });
  const parts = readTraceParent(watched?.traceParent ?? sent ?? "");
  if (parts === undefined) return;
  request.traceParent = printTraceParent(parts);
  request.log = request.log.child({ traceId: parts.traceId });
  raw.once("close", () => {
    const status = raw.headersSent ? raw.statusCode : clientLeft;
    watched?.ended({ status, isWhole: raw.writableFinished });
  });
}

/** Tells metrics and the log how a request was answered, when its answer has been sent or its client has left. */
export function reportAnswer(
  onAnswered: (answered: AnsweredRequest) => void,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { method } = request;
  const { headersSent, writableFinished } = reply.raw;
  const route = request.routeOptions.config.route?.path ?? "unknown";
  const status = headersSent ? reply.statusCode : clientLeft;
  const milliseconds = reply.elapsedTime;
  onAnswered({ method, route, status, seconds: milliseconds / 1000 });
  request.log.info(
    { method, route, status, milliseconds },
    writableFinished ? "answered" : "the client left",
  );
}

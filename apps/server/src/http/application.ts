import { randomUUID } from "node:crypto";
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import type { Caller } from "../people/caller.ts";
import type { Traces } from "../telemetry/telemetry.ts";
import { accessProblem } from "./access.ts";
import { bodyGuard } from "./guards/body-guard.ts";
import { hostGuard } from "./guards/host-guard.ts";
import { originGuard } from "./guards/origin-guard.ts";
import type { Guard, RequestHead } from "./guards/request-head.ts";
import { HttpProblem } from "./http-problem.ts";
import { readJsonBody } from "./json-body.ts";
import { malformedRequestAnswer } from "./malformed-request.ts";
import type { ProblemCode } from "./problem-kinds.ts";
import { problemOfError } from "./problem-of-error.ts";
import { readInput } from "./read-input.ts";
import type { Reply } from "./reply.ts";
import type { Route } from "./route.ts";
import { securityHeaders } from "./security-headers.ts";
import { sendProblem, sendReply } from "./send-reply.ts";
import { type AnsweredRequest, followTrace, reportAnswer } from "./watched-request.ts";

/** What an application is made of. */
export interface ApplicationOptions {
  readonly routes: readonly Route[];
  /** Names that the Host header may have, as in a URL. */
  readonly hostNames: readonly string[];
  /** What browsers call us, where that is not the address on which the server listens. */
  readonly publicOrigin?: string | undefined;
  readonly log: FastifyBaseLogger;
  /** Says who sends a request. */
  readonly identify: (head: RequestHead) => Caller | Promise<Caller>;
  /** What a browser gets in place of a page that its user may not open, or that there is not. */
  readonly refusedPage: (refusal: Refusal) => Reply | Promise<Reply>;
  /** Looks on at requests, where traces are wanted. */
  readonly traces?: Traces | undefined;
  /** Told of every request that was answered. */
  readonly onAnswered: (answered: AnsweredRequest) => void;
}

/** Why a page is not opened: there is none, it is not for whoever asks, or nobody knows at this moment who that is. */
export interface Refusal {
  readonly problem: HttpProblem;
  /** The address that was asked for: `/app/Shop.Orders`. */
  readonly target: string;
}

const defaultBodyLimit = 1024 * 1024;

/**
 * A Fastify application with exactly these routes, each behind the guards: what is not in the table does not exist.
 * Our own schemas, guards and problem documents take the place of Fastify's.
 */
export function createApplication(options: ApplicationOptions): FastifyInstance {
  const application = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: false,
    bodyLimit: defaultBodyLimit,
    requestTimeout: 30_000,
    keepAliveTimeout: 5_000,
    http: { headersTimeout: 10_000, maxHeaderSize: 16 * 1024 },
    forceCloseConnections: "idle",
    return503OnClosing: false,
    routerOptions: { maxParamLength: 500 },
    clientErrorHandler: malformedRequestAnswer,
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply),
  });
  const guards = [hostGuard(options.hostNames), originGuard(options.publicOrigin), bodyGuard];
  application.decorateRequest("caller");
  application.decorateRequest("traceParent");
  application.addHook("onRequest", async (request, reply) => {
    followTrace(options.traces, request, reply);
    // Not Fastify's onResponse: that one hears nothing of a client that leaves before its answer.
    reply.raw.once("close", () => reportAnswer(options.onAnswered, request, reply));
    const head = headOf(request);
    guardRequest(guards, head, { request, reply });
    const {
      access = "everyone",
      isPage = false,
      isSameForAll = false,
    } = request.routeOptions.config.route ?? {};
    request.caller = isSameForAll ? { kind: "anonymous" } : await options.identify(head);
    const problem = accessProblem(access, request.caller);
    if (problem === undefined) return undefined;
    if (!isPage) throw problem;
    return sendReply(await options.refusedPage({ problem, target: head.target }), reply);
  });
  application.removeAllContentTypeParsers();
  application.addContentTypeParser(
    "application/json",
    { parseAs: "buffer" },
    async (_: FastifyRequest, bytes: Buffer) => readJsonBody(bytes),
  );
  const answerProblem = async (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const problem = problemOfError(error);
    if (!hasPage.has(problem.code) || !wantsPage(request)) return sendProblem(error, request, reply);
    return sendReply(await options.refusedPage({ problem, target: request.raw.url ?? "" }), reply);
  };
  application.setErrorHandler(answerProblem);
  application.setNotFoundHandler((request, reply) =>
    answerProblem(new HttpProblem("unknown-address", "Nothing is at this address."), request, reply),
  );
  for (const route of options.routes) addRoute(application, route);
  return application;
}

/** What a browser is told with a page, wherever it happens. */
const hasPage: ReadonlySet<ProblemCode> = new Set(["unknown-address", "database-away"]);

/** Whether somebody looks at the answer in a browser: what programs ask for is answered with a problem document. */
function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  return method === "GET" && !url.startsWith("/api/") && (headers.accept ?? "").includes("text/html");
}

function addRoute(application: FastifyInstance, route: Route): void {
  application.route({
    method: route.method,
    url: route.path,
    ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
    config: { route },
    exposeHeadRoute: !answersWithEvents(route),
    handler: async (request, reply) => {
      const { params, query, body } = request;
      const input = readInput(route, { params, query, body });
      const signal = disconnectionOf(reply);
      const lastEventId = request.raw.headersDistinct["last-event-id"]?.[0];
      return sendReply(
        await route.handle({
          ...input,
          caller: request.caller,
          head: headOf(request),
          requestId: request.id,
          traceParent: request.traceParent,
          lastEventId,
          signal,
        }),
        reply,
      );
    },
  });
}

/** Asked by HEAD, a stream would begin that nobody reads. */
function answersWithEvents({ responses }: Route): boolean {
  return Object.values(responses).some(({ mediaType }) => mediaType === "text/event-stream");
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** The row of the route table; missing where no route was found. */
    readonly route?: Route;
  }
  interface FastifyRequest {
    /** Who sends it: known before any handler is asked. */
    caller: Caller;
    /** Says what it belongs to. */
    traceParent: string | undefined;
  }
}

function guardRequest(
  guards: readonly Guard[],
  head: RequestHead,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
): void {
  reply.headers(securityHeaders).header("x-request-id", request.id);
  for (const guard of guards) {
    const problem = guard(head);
    if (problem !== undefined) throw problem;
  }
}

function headOf({ raw, routeOptions }: FastifyRequest): RequestHead {
  const route = routeOptions.config.route;
  return {
    method: raw.method ?? "",
    target: raw.url ?? "",
    headers: raw.headersDistinct,
    isPage: route?.isPage ?? false,
    takesBody: route === undefined || route.body !== undefined,
  };
}

/** Aborted when the connection ends before the answer has been sent. */
function disconnectionOf({ raw }: FastifyReply): AbortSignal {
  const disconnection = new AbortController();
  raw.once("close", () => raw.writableFinished || disconnection.abort());
  return disconnection.signal;
}

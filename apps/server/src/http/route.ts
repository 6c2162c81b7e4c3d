import type * as z from "zod/mini";
import type { Caller } from "../people/caller.ts";
import type { Access } from "./access.ts";
import type { RequestHead } from "./guards/request-head.ts";
import type { ProblemCode } from "./problem-kinds.ts";
import type { Reply } from "./reply.ts";

/** A schema of something that comes in as text or JSON. */
export type InputSchema = z.ZodMiniType;

type Read<Schema> = Schema extends InputSchema ? z.infer<Schema> : undefined;

/** What a handler is given: everything already read by the route's schemas. */
export interface RouteInput<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly caller: Caller;
  /** The request as it came, for its cookies. */
  readonly head: RequestHead;
  readonly requestId: string;
  /** What belongs to this request says so with this `traceparent` (W3C Trace Context); missing where nobody traces it. */
  readonly traceParent: string | undefined;
  /** Id of the last event that the client has seen before it connected again. */
  readonly lastEventId: string | undefined;
  /** Aborted when the client goes away before it has its answer. */
  readonly signal: AbortSignal;
}

/** What a route answers when it does what it is asked. */
export interface SuccessResponse {
  readonly description: string;
  readonly mediaType?: string;
  readonly schema?: InputSchema;
}

/** Everything about a route besides what it does: the guards, the role matrix and OpenAPI read this. */
export interface RouteDescription {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With `:name` for what `params` reads: `/api/v1/runs/:runId`. */
  readonly path: string;
  /** Name of the operation in OpenAPI. */
  readonly operation: string;
  readonly summary: string;
  readonly access: Access;
  /** A page that a link on another site may open. */
  readonly isPage?: boolean;
  /** It answers everybody alike, so nobody is asked who he is: that is there when the database is not. */
  readonly isSameForAll?: boolean;
  /** Left out of OpenAPI: our pages and their files. */
  readonly isInternal?: boolean;
  readonly params?: InputSchema;
  readonly query?: InputSchema;
  readonly body?: InputSchema;
  /** Largest body in bytes. */
  readonly bodyLimit?: number;
  readonly responses: Readonly<Record<number, SuccessResponse>>;
  /** The codes that this route answers with, besides those that every route can. */
  readonly problems?: readonly ProblemCode[];
}

/** A route of the server, with what it does. */
export interface Route extends RouteDescription {
  readonly handle: (input: RouteInput<unknown, unknown, unknown>) => Reply | Promise<Reply>;
}

/**
 * Declares a route; its handler is typed from the schemas. What does not fit them never reaches it.
 *
 * @example defineRoute({ method: "GET", path: "/healthz", operation: "health", access: "everyone", ... }, () => ok({}))
 */
export function defineRoute<const Description extends RouteDescription>(
  description: Description,
  handle: (
    input: RouteInput<Read<Description["params"]>, Read<Description["query"]>, Read<Description["body"]>>,
  ) => Reply | Promise<Reply>,
): Route {
  return { ...description, handle: handle as Route["handle"] };
}

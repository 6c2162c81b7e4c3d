import type { RunFilter } from "@rivulet/runtime";
import * as z from "zod/mini";
import { ok } from "../http/reply.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { oneLine, qualifiedName, wholeNumber } from "../http/schemas.ts";
import type { RunArchive } from "../runs/run-archive.ts";
import { endedEventId, type RunEvents } from "../runs/run-events.ts";
import { assertVisible, visibleRuns } from "../runs/run-rights.ts";
import { runTraceSchema } from "../runs/run-trace-schema.ts";
import { runSchema, runViewSchema } from "../runs/run-view.ts";

/** What looking at runs needs. */
interface RunHistoryServices {
  readonly archive: RunArchive;
  readonly runEvents: RunEvents;
}

const runId = z.string().check(z.regex(/^[\w-]{1,64}$/));
/** The address of a run. */
export const runAddress = z.object({ runId });
const runList = z.object({ runs: z.array(runSchema), next: z.nullable(z.string()) });
const shortText = z.string().check(z.minLength(1), z.maxLength(200), oneLine);
const time = z.iso.datetime({ offset: true });

const listQuery = z.strictObject({
  microflow: z.optional(qualifiedName),
  status: z.optional(runSchema.shape.status),
  who: z.optional(shortText),
  /** Started at this time or later. */
  from: z.optional(time),
  /** Started before this time. */
  to: z.optional(time),
  /** A text in the code or the message of its error. */
  error: z.optional(shortText),
  limit: z._default(wholeNumber(1, 200), 50),
  after: z.optional(runId),
});

function filterOf({ from, to, error, ...query }: z.infer<typeof listQuery>): RunFilter {
  const momentOf = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));
  return { ...query, from: momentOf(from), to: momentOf(to), failure: error };
}

/** Runs: find, look, follow. */
export function runHistoryRoutes({ archive, runEvents }: RunHistoryServices): readonly Route[] {
  return [
    listRoute(archive),
    allEventsRoute(runEvents),
    readRoute(archive),
    traceRoute(archive),
    eventsRoute({ archive, runEvents }),
  ];
}

function listRoute(archive: RunArchive): Route {
  return defineRoute(
    {
      method: "GET",
      path: "/api/v1/runs",
      operation: "listRuns",
      summary: "The runs, newest first; only one's own for whoever may not look at the project.",
      access: "runner",
      query: listQuery,
      responses: {
        200: {
          description: "A page of runs; `next` goes into `after` for the following one.",
          schema: runList,
        },
      },
      problems: ["history-unavailable"],
    },
    async ({ query, caller }) => {
      const { limit } = query;
      const visible = visibleRuns(caller);
      const own = visible === "all" ? {} : visible;
      const found = await archive.list({ ...filterOf(query), ...own, limit: limit + 1 });
      const page = found.slice(0, limit);
      const next = found.length > limit ? (page.at(-1)?.runId ?? null) : null;
      return ok({ runs: page, next });
    },
  );
}

function allEventsRoute(events: RunEvents): Route {
  return defineRoute(
    {
      method: "GET",
      path: "/api/v1/runs/events",
      operation: "followRuns",
      summary: "Follow all runs: an event `runs` when some have begun or ended, four times a second at most.",
      access: "viewer",
      responses: { 200: { description: "Server-sent events.", mediaType: "text/event-stream" } },
    },
    () => ({ kind: "events", events: events.ofAll() }),
  );
}

function readRoute(archive: RunArchive): Route {
  return defineRoute(
    {
      method: "GET",
      path: "/api/v1/runs/:runId",
      operation: "readRun",
      summary:
        "How a run stands, with its parameters, its log and, when it has ended, its result or its error.",
      access: "runner",
      params: runAddress,
      query: z.strictObject({ expand: z._default(wholeNumber(0, 20), 0) }),
      responses: { 200: { description: "The run.", schema: runViewSchema } },
      problems: ["unknown-run", "history-unavailable"],
    },
    async ({ params, query, caller }) => {
      await assertVisible(caller, params.runId, archive);
      return ok(await archive.describe(params.runId, query.expand));
    },
  );
}

function traceRoute(archive: RunArchive): Route {
  return defineRoute(
    {
      method: "GET",
      path: "/api/v1/runs/:runId/trace",
      operation: "traceRun",
      summary:
        "What a run that was started with `trace` did, with the values at its steps; also while it runs.",
      access: "viewer",
      params: runAddress,
      responses: { 200: { description: "The trace so far.", schema: runTraceSchema } },
      problems: ["unknown-run", "history-unavailable"],
    },
    async ({ params }) => ok(await archive.trace(params.runId)),
  );
}

function eventsRoute({ archive, runEvents }: RunHistoryServices): Route {
  return defineRoute(
    {
      method: "GET",
      path: "/api/v1/runs/:runId/events",
      operation: "followRun",
      summary: "Follow a run: events `log` and `state`, from its beginning to its end.",
      access: "runner",
      params: runAddress,
      responses: {
        200: { description: "Server-sent events.", mediaType: "text/event-stream" },
        204: { description: "The client has seen the end already." },
      },
      problems: ["unknown-run", "history-unavailable"],
    },
    async ({ params, lastEventId, caller }) => {
      await assertVisible(caller, params.runId, archive);
      return lastEventId === endedEventId
        ? { kind: "nothing" }
        : { kind: "events", events: await runEvents.ofRun(params.runId) };
    },
  );
}

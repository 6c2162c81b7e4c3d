import * as z from "zod/mini";
import { ok } from "../http/reply.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { qualifiedName, wholeNumber } from "../http/schemas.ts";
import { endedEventId, type RunService } from "../runs/run-service.ts";
import { runTraceSchema } from "../runs/run-trace-schema.ts";
import { logEntrySchema, outcomeMembers, runSchema } from "../runs/run-view.ts";

/** What the run API needs. */
export interface RunRouteServices {
  readonly runs: RunService;
}

const runId = z.string().check(z.regex(/^[\w-]{1,64}$/));
const expansion = z.strictObject({ expand: z._default(wholeNumber(0, 20), 0) });
const runAddress = z.object({ runId });
const runList = z.object({ runs: z.array(runSchema), next: z.nullable(z.string()) });
const jsonObject = z.record(z.string(), z.json());

/** Runs: start, wait, look, cancel, follow. */
export function runRoutes({ runs }: RunRouteServices): readonly Route[] {
  return [
    startRoute(runs),
    listRoute(runs),
    readRoute(runs),
    traceRoute(runs),
    cancelRoute(runs),
    eventsRoute(runs),
  ];
}

function startRoute(runs: RunService): Route {
  return defineRoute(
    {
      method: "POST",
      path: "/api/v1/microflows/:name/runs",
      operation: "startRun",
      summary: "Run a microflow.",
      access: "runner",
      params: z.object({ name: qualifiedName }),
      query: expansion,
      body: z._default(
        z.strictObject({
          parameters: z._default(jsonObject, {}),
          wait: z._default(z.boolean(), true),
          configuration: z.optional(z.string().check(z.maxLength(200))),
          trace: z._default(z.boolean(), false),
        }),
        { parameters: {}, wait: true, trace: false },
      ),
      bodyLimit: 8 * 1024 * 1024,
      responses: {
        200: { description: "The run has ended.", schema: runSchema },
        202: {
          description: "The run goes on: nobody waits for it, or 30 seconds have passed.",
          schema: runSchema,
        },
      },
      problems: [
        "wrong-parameters",
        "unknown-microflow",
        "project-has-problems",
        "unknown-configuration",
        "too-many-runs",
        "run-not-written",
        "shutting-down",
      ],
    },
    async ({ params, query, body, signal }) => {
      const { parameters, wait, configuration, trace } = body;
      const handle = await runs.start({ microflow: params.name, parameters, configuration, trace });
      const outcome = wait ? await runs.waitFor(handle, signal) : "still running";
      if (!wait) await runs.written(handle.id);
      const summary = runs.summary(handle.id);
      if (outcome !== "still running") return ok({ ...summary, ...outcomeMembers(outcome, query.expand) });
      return { kind: "json", status: 202, body: summary, headers: { location: `/api/v1/runs/${handle.id}` } };
    },
  );
}

function listRoute(runs: RunService): Route {
  return defineRoute(
    {
      method: "GET",
      path: "/api/v1/runs",
      operation: "listRuns",
      summary: "The runs, newest first.",
      access: "runner",
      query: z.strictObject({
        microflow: z.optional(qualifiedName),
        status: z.optional(runSchema.shape.status),
        limit: z._default(wholeNumber(1, 200), 50),
        after: z.optional(runId),
      }),
      responses: {
        200: {
          description: "A page of runs; `next` goes into `after` for the following one.",
          schema: runList,
        },
      },
    },
    async ({ query: { microflow, status, limit, after } }) => {
      const found = await runs.list({ microflow, status, after, limit: limit + 1 });
      const page = found.slice(0, limit);
      const next = found.length > limit ? (page.at(-1)?.runId ?? null) : null;
      return ok({ runs: page, next });
    },
  );
}

function readRoute(runs: RunService): Route {
  return defineRoute(
    {
      method: "GET",
      path: "/api/v1/runs/:runId",
      operation: "readRun",
      summary: "How a run stands, with its log and, when it has ended, its result or its error.",
      access: "runner",
      params: runAddress,
      query: expansion,
      responses: {
        200: {
          description: "The run.",
          schema: z.extend(runSchema, { log: z.array(logEntrySchema) }),
        },
      },
      problems: ["unknown-run"],
    },
    async ({ params, query }) => ok(await runs.describe(params.runId, query.expand)),
  );
}

function traceRoute(runs: RunService): Route {
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
      problems: ["unknown-run"],
    },
    ({ params }) => ok(runs.trace(params.runId)),
  );
}

function cancelRoute(runs: RunService): Route {
  return defineRoute(
    {
      method: "POST",
      path: "/api/v1/runs/:runId/cancel",
      operation: "cancelRun",
      summary: "End a run as cancelled. A run that has ended stays as it is.",
      access: "runner",
      params: runAddress,
      body: z.optional(z.strictObject({})),
      responses: {
        200: { description: "How the run stands; it ends at its next element.", schema: runSchema },
      },
      problems: ["unknown-run"],
    },
    async ({ params }) => ok(await runs.cancel(params.runId)),
  );
}

function eventsRoute(runs: RunService): Route {
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
      problems: ["unknown-run"],
    },
    ({ params, lastEventId }) =>
      lastEventId === endedEventId
        ? { kind: "nothing" }
        : { kind: "events", events: runs.events(params.runId) },
  );
}

import * as z from "zod/mini";
import { ok, type Reply } from "../http/reply.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { qualifiedName, wholeNumber } from "../http/schemas.ts";
import { actingMembers, readActing } from "../people/acting-members.ts";
import { repeatRun } from "../runs/repeat-run.ts";
import type { RunArchive } from "../runs/run-archive.ts";
import type { RunEvents } from "../runs/run-events.ts";
import { assertVisible } from "../runs/run-rights.ts";
import type { RunRequest, RunService } from "../runs/run-service.ts";
import { outcomeMembers, runSchema } from "../runs/run-view.ts";
import { runAddress, runHistoryRoutes } from "./run-history-routes.ts";

/** What the run API needs. */
export interface RunRouteServices {
  readonly runs: RunService;
  readonly archive: RunArchive;
  readonly runEvents: RunEvents;
}

const expansion = z.strictObject({ expand: z._default(wholeNumber(0, 20), 0) });
const jsonObject = z.record(z.string(), z.json());
const configurationName = z.optional(z.string().check(z.maxLength(200)));

const startResponses = {
  200: { description: "The run has ended.", schema: runSchema },
  202: { description: "The run goes on: nobody waits for it, or 30 seconds have passed.", schema: runSchema },
};

const startProblems = [
  "not-allowed",
  "unknown-role",
  "unknown-demo-user",
  "wrong-parameters",
  "unknown-microflow",
  "project-has-problems",
  "unknown-configuration",
  "too-many-runs",
  "run-not-written",
  "shutting-down",
] as const;

/** Runs: start, wait, look, repeat, cancel, follow. */
export function runRoutes(services: RunRouteServices): readonly Route[] {
  return [startRoute(services), rerunRoute(services), cancelRoute(services), ...runHistoryRoutes(services)];
}

interface Waiting {
  readonly wait: boolean;
  readonly expand: number;
  readonly signal: AbortSignal;
}

/** Starts a run, and answers its end or, where nobody waits for that, that it goes on. */
async function answerRun(
  { runs, archive }: RunRouteServices,
  request: RunRequest,
  { wait, expand, signal }: Waiting,
): Promise<Reply> {
  const handle = await runs.start(request);
  const outcome = wait ? await runs.waitFor(handle, signal) : "still running";
  if (!wait) await archive.written(handle.id);
  const summary = await archive.summary(handle.id);
  if (outcome !== "still running") return ok({ ...summary, ...outcomeMembers(outcome, expand) });
  return { kind: "json", status: 202, body: summary, headers: { location: `/api/v1/runs/${handle.id}` } };
}

function startRoute(services: RunRouteServices): Route {
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
          configuration: configurationName,
          trace: z._default(z.boolean(), false),
          ...actingMembers,
        }),
        { parameters: {}, wait: true, trace: false },
      ),
      bodyLimit: 8 * 1024 * 1024,
      responses: startResponses,
      problems: startProblems,
    },
    ({ params: { name: microflow }, query, body, signal, caller, traceParent }) => {
      const { wait, parameters, configuration, trace } = body;
      const as = readActing(body);
      const request = { caller, traceParent, as, microflow, parameters, configuration, trace };
      return answerRun(services, request, { wait, signal, expand: query.expand });
    },
  );
}

function rerunRoute(services: RunRouteServices): Route {
  return defineRoute(
    {
      method: "POST",
      path: "/api/v1/runs/:runId/rerun",
      operation: "rerun",
      summary:
        "Run the microflow of a run once more: with the same parameters and the same configuration, as the same user role or demo user.",
      access: "runner",
      params: runAddress,
      query: expansion,
      body: z._default(
        z.strictObject({
          wait: z._default(z.boolean(), true),
          configuration: configurationName,
          trace: z._default(z.boolean(), false),
        }),
        { wait: true, trace: false },
      ),
      responses: startResponses,
      problems: ["unknown-run", "run-not-repeatable", "history-unavailable", ...startProblems],
    },
    async ({ params, query, body: { wait, trace, configuration }, signal, caller, traceParent }) => {
      await assertVisible(caller, params.runId, services.archive);
      const repeated = repeatRun(await services.archive.find(params.runId));
      const request = {
        ...repeated,
        configuration: configuration ?? repeated.configuration,
        trace,
        caller,
        traceParent,
      };
      return answerRun(services, request, { wait, signal, expand: query.expand });
    },
  );
}

function cancelRoute({ runs, archive }: RunRouteServices): Route {
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
      problems: ["unknown-run", "history-unavailable"],
    },
    async ({ params, caller }) => {
      await assertVisible(caller, params.runId, archive);
      return ok(await runs.cancel(params.runId));
    },
  );
}

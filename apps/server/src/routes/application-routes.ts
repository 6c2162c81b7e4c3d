import { asJson } from "@rivulet/model";
import * as z from "zod/mini";
import type { AppService } from "../app/app-service.ts";
import type { EventStreams } from "../http/event-streams.ts";
import { ok } from "../http/reply.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { qualifiedName } from "../http/schemas.ts";
import { actingMembers, readActing } from "../people/acting-members.ts";

const state = z.object({
  isRunning: z.boolean(),
  /** Whether somebody has used it since it was started. */
  isUsed: z.boolean(),
});
const path = "/api/v1/app";

/** The application as a whole, for whoever builds and operates it. */
export function applicationRoutes(app: AppService, streams: EventStreams): readonly Route[] {
  return [
    defineRoute(
      {
        method: "GET",
        path,
        operation: "readApplication",
        summary: "Whether the application runs.",
        access: "viewer",
        responses: { 200: { description: "How it stands.", schema: state } },
      },
      async () => ok({ ...app.power.state }),
    ),
    defineRoute(
      {
        method: "PUT",
        path,
        operation: "switchApplication",
        summary:
          "Start the application, or stop it for everybody: sessions end, and so do the microflows that pages have called.",
        access: "operator",
        body: z.strictObject({ isRunning: z.boolean() }),
        responses: { 200: { description: "How it stands.", schema: state } },
      },
      async ({ body }) => {
        app.turn(body.isRunning);
        return ok({ ...app.power.state });
      },
    ),
    defineRoute(
      {
        method: "POST",
        path: `${path}/previews`,
        operation: "previewPage",
        summary:
          "Show a page with its data to whoever designs it: the microflows that give the data run, as a user role or a demo user may. It is kept nowhere.",
        access: "author",
        body: z.strictObject({
          page: qualifiedName,
          ...actingMembers,
          timeZone: z.optional(z.string().check(z.maxLength(64))),
        }),
        responses: {
          200: { description: "The page as it is shown.", schema: z.record(z.string(), z.json()) },
        },
        problems: [
          "unknown-page",
          "not-allowed",
          "unknown-role",
          "unknown-demo-user",
          "page-needs-object",
          "app-stopped",
        ],
      },
      async ({ body, ...asked }) => {
        const wanted = { page: body.page, as: readActing(body), timeZone: body.timeZone };
        return ok(asJson(await app.preview(wanted, asked)));
      },
    ),
    defineRoute(
      {
        method: "GET",
        path: `${path}/console`,
        operation: "followApplication",
        summary:
          "What the application does: an event `line` for each of the last lines, and for those that come.",
        access: "viewer",
        responses: { 200: { description: "Server-sent events.", mediaType: "text/event-stream" } },
      },
      () => ({
        kind: "events",
        events: streams.open((push) => {
          for (const line of app.console.lines) push({ event: "line", data: line });
          return app.console.observe((line) => push({ event: "line", data: line }));
        }),
      }),
    ),
  ];
}

import { asJson } from "@rivulet/model";
import * as z from "zod/mini";
import type { AppService } from "../app/app-service.ts";
import type { Visit } from "../app/session-entry.ts";
import { ok } from "../http/reply.ts";
import { defineRoute, type Route, type RouteInput } from "../http/route.ts";
import { qualifiedName } from "../http/schemas.ts";
import { actingMembers, readActing } from "../people/acting-members.ts";

const session = z.object({ session: z.string().check(z.regex(/^[\w-]{1,64}$/)) });
const key = z.string().check(z.regex(/^[\w.:-]{1,100}$/));
const json = z.record(z.string(), z.json());
/** Characters that can be put into an input. */
const maximumInput = 500_000;
/** Inputs of an open page. */
const typed = z.array(z.strictObject({ widget: key, object: key })).check(z.maxLength(200));
const base = "/api/v1/app/sessions";

/** What can be in the way of an action on an open page. */
const actionProblems = [
  "unknown-session",
  "app-stopped",
  "page-outdated",
  "action-failed",
  "action-under-way",
  "unknown-page",
  "not-allowed",
] as const;

/** What every route of an open session has. */
const inSession = {
  method: "POST",
  access: "visitor",
  params: session,
} as const;

/** Who asks, in which session; what is done for it belongs to the trace of the request. */
function visitOf({
  caller,
  traceParent,
  params,
}: Pick<RouteInput<z.infer<typeof session>, unknown, unknown>, "caller" | "traceParent" | "params">): Visit {
  return { caller, traceParent, session: params.session };
}

/** The running application: sessions, pages, and what clicks do. */
export function appRoutes(app: AppService): readonly Route[] {
  return [
    defineRoute(
      {
        method: "POST",
        path: base,
        operation: "beginAppSession",
        summary: "Begin to use the application: as oneself, as one of its user roles, or as a demo user.",
        access: "visitor",
        body: z.strictObject({
          ...actingMembers,
          timeZone: z.optional(z.string().check(z.maxLength(64))),
        }),
        responses: { 200: { description: "The session, and the frame of the application.", schema: json } },
        problems: ["unknown-role", "unknown-demo-user", "not-allowed", "app-stopped"],
      },
      async ({ caller, body }) => {
        const begun = await app.begin(caller, { as: readActing(body), timeZone: body.timeZone });
        return ok(asJson(begun));
      },
    ),
    defineRoute(
      {
        ...inSession,
        path: `${base}/:session/pages`,
        operation: "openPage",
        summary: "Open a page.",
        body: z.strictObject({ page: qualifiedName }),
        responses: { 200: { description: "The page as it is shown.", schema: json } },
        problems: ["unknown-session", "app-stopped", "unknown-page", "not-allowed", "page-needs-object"],
      },
      async ({ body, ...asked }) => ok(asJson(await app.visits.open(visitOf(asked), body.page))),
    ),
    defineRoute(
      {
        ...inSession,
        path: `${base}/:session/layouts`,
        operation: "openLayout",
        summary: "Open the layout of an open page.",
        body: z.strictObject({ opening: key }),
        responses: { 200: { description: "The layout as it is shown.", schema: json } },
        problems: ["unknown-session", "app-stopped", "page-outdated", "unknown-layout"],
      },
      async ({ body, ...asked }) => ok(asJson(await app.visits.layout(visitOf(asked), body.opening))),
    ),
    defineRoute(
      {
        ...inSession,
        path: `${base}/:session/refreshes`,
        operation: "refreshPage",
        summary: "Show an open page with new data.",
        body: z.strictObject({ opening: key }),
        responses: { 200: { description: "The page as it is shown.", schema: json } },
        problems: ["unknown-session", "app-stopped", "page-outdated"],
      },
      async ({ body, ...asked }) => ok(asJson(await app.visits.refresh(visitOf(asked), body.opening))),
    ),
    defineRoute(
      {
        ...inSession,
        path: `${base}/:session/resumptions`,
        operation: "resumeAppSession",
        summary: "Go on after the project has changed: open pages as they are now, with what was typed.",
        body: z.strictObject({
          pages: z.array(z.strictObject({ opening: key, typing: typed })).check(z.maxLength(50)),
        }),
        responses: {
          200: { description: "The frame of the application, and its open pages.", schema: json },
        },
        problems: ["unknown-session", "app-stopped", "unknown-role", "not-allowed", "action-failed"],
      },
      async ({ body, ...asked }) => ok(asJson(await app.resume(visitOf(asked), body.pages))),
    ),
    defineRoute(
      {
        ...inSession,
        path: `${base}/:session/dismissals`,
        operation: "dismissPage",
        summary: "Close a page without keeping what was typed into it.",
        body: z.strictObject({ opening: key }),
        responses: { 200: { description: "It is closed.", schema: json } },
        problems: ["unknown-session", "app-stopped", "page-outdated"],
      },
      async ({ body, ...asked }) => {
        await app.visits.dismiss(visitOf(asked), body.opening);
        return ok({});
      },
    ),
    defineRoute(
      {
        ...inSession,
        path: `${base}/:session/changes`,
        operation: "changeInput",
        summary: "Put something into an input of an open page.",
        body: z.strictObject({
          opening: key,
          widget: key,
          object: key,
          value: z.union([z.string().check(z.maxLength(maximumInput)), z.boolean()]),
        }),
        responses: { 200: { description: "What the browser does then.", schema: json } },
        problems: [...actionProblems, "page-needs-object"],
      },
      async ({ body, ...asked }) => ok(asJson(await app.actions.change(visitOf(asked), body))),
    ),
    defineRoute(
      {
        ...inSession,
        path: `${base}/:session/rows`,
        operation: "readRows",
        summary: "More rows of a list on an open page.",
        body: z.strictObject({ opening: key, list: key, from: z.int().check(z.gte(0)) }),
        responses: { 200: { description: "The rows, and what is beyond them.", schema: json } },
        problems: ["unknown-session", "app-stopped", "page-outdated", "action-failed"],
      },
      async ({ body, ...asked }) => ok(asJson(await app.visits.rows(visitOf(asked), body))),
    ),
    defineRoute(
      {
        ...inSession,
        path: `${base}/:session/clicks`,
        operation: "click",
        summary: "Do what a widget of an open page does.",
        body: z.strictObject({ opening: key, widget: key, object: z.optional(key) }),
        responses: { 200: { description: "What it did.", schema: json } },
        problems: [...actionProblems, "page-needs-object"],
      },
      async ({ body: { opening, widget, object }, ...asked }) =>
        ok(asJson(await app.actions.click(visitOf(asked), { opening, widget, object }))),
    ),
    defineRoute(
      {
        ...inSession,
        path: `${base}/:session/choices`,
        operation: "chooseMenuItem",
        summary: "Do what an item of the menu does.",
        body: z.strictObject({ opening: key, item: key }),
        responses: { 200: { description: "What it did.", schema: json } },
        problems: [...actionProblems, "page-needs-object"],
      },
      async ({ body, ...asked }) => ok(asJson(await app.actions.choose(visitOf(asked), body))),
    ),
  ];
}

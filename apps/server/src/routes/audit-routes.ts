import type { PostgresAudit } from "@rivulet/persistence";
import * as z from "zod/mini";
import { HttpProblem } from "../http/http-problem.ts";
import { ok } from "../http/reply.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { oneLine, wholeNumber } from "../http/schemas.ts";
import { auditActions } from "../people/audit-log.ts";

const text = z.optional(z.string().check(z.maxLength(200), oneLine));
const entry = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  /** `null` for whoever has no name: the person at this machine, somebody who failed to sign in. */
  who: z.nullable(z.string()),
  account: z.nullable(z.string()),
  action: z.string(),
  subject: z.string(),
  detail: z.string(),
});

/** The log of what people did. */
export function auditRoutes(audit: PostgresAudit | undefined): readonly Route[] {
  return [
    defineRoute(
      {
        method: "GET",
        path: "/api/v1/audit",
        operation: "listAudit",
        summary: "What people did, newest first.",
        access: "operator",
        query: z.strictObject({
          action: z.optional(z.enum(auditActions)),
          who: text,
          subject: text,
          before: z.optional(z.string().check(z.regex(/^\d{1,18}$/))),
          limit: z._default(wholeNumber(1, 200), 50),
        }),
        responses: {
          200: {
            description: "A page of entries; `next` goes into `before` for the following one.",
            schema: z.object({ entries: z.array(entry), next: z.nullable(z.string()) }),
          },
        },
        problems: ["audit-not-kept"],
      },
      async ({ query: { action, who, subject, before, limit } }) => {
        if (!audit) {
          const detail = "This server has no database, so what people do stands only in its log.";
          throw new HttpProblem("audit-not-kept", detail);
        }
        const found = await audit.list({ action, who, subject, before, limit: limit + 1 });
        const page = found.slice(0, limit);
        const next = found.length > limit ? (page.at(-1)?.id ?? null) : null;
        return ok({ entries: page.map((each) => ({ ...each, at: new Date(each.at).toISOString() })), next });
      },
    ),
  ];
}

import * as z from "zod/mini";
import { HttpProblem } from "../http/http-problem.ts";
import { type Reply, redirection } from "../http/reply.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { openIdReturnPath } from "../people/open-id.ts";
import type { People } from "../people/people.ts";
import { readCookie } from "../people/private-cookie.ts";

const row = {
  method: "GET",
  access: "everyone",
  isPage: true,
  isInternal: true,
  responses: { 303: { description: "Elsewhere." } },
} as const;
const ticketCookie = "rivulet-open-id";
/** A path of this server, and no address of another one. */
const path = z._default(z.string().check(z.regex(/^\/(?![/\\])[^\\]{0,500}$/)), "/");

/** Signing in with OpenID Connect: there and back. */
export function openIdRoutes(people: People | undefined): readonly Route[] {
  return [
    defineRoute(
      {
        ...row,
        path: "/sign-in/open-id",
        operation: "beginOpenId",
        summary: "Sign in with another house.",
        query: z.strictObject({ next: path }),
      },
      ({ query }) =>
        orRefused(async () => {
          if (!people?.openId) return redirection("/sign-in");
          const { address, ticket } = await people.openId.begin(query.next);
          const cookie = `${ticketCookie}=${ticket}; Path=/sign-in/open-id; HttpOnly; SameSite=Lax; Max-Age=600${people.isSecure ? "; Secure" : ""}`;
          return redirection(address.href, { "set-cookie": cookie });
        }),
    ),
    defineRoute(
      { ...row, path: openIdReturnPath, operation: "endOpenId", summary: "Back from the other house." },
      ({ head }) =>
        orRefused(async () => {
          if (!people?.openId) return redirection("/sign-in");
          const { account, next } = await people.openId.end(
            head.target,
            readCookie(head, ticketCookie) ?? "",
          );
          const { token } = await people.signIn.begin(account, `with ${people.openId.name}`);
          return redirection(next, { "set-cookie": people.cookie.write(token) });
        }),
    ),
  ];
}

/** What goes wrong on the way is told where people sign in. */
async function orRefused(go: () => Promise<Reply>): Promise<Reply> {
  try {
    return await go();
  } catch (error) {
    if (error instanceof HttpProblem) return redirection(`/sign-in?refused=${error.code}`);
    throw error;
  }
}

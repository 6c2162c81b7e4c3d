import type { JsonObject } from "@rivulet/model";
import { unreachable } from "@rivulet/values";
import * as z from "zod/mini";
import { ok, type Reply } from "../http/reply.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { oneLine } from "../http/schemas.ts";
import { authoringRights, type Caller } from "../people/caller.ts";
import { browserMark } from "../people/known-browsers.ts";
import { longestPassword } from "../people/password-policy.ts";
import { type People, requirePeople } from "../people/people.ts";
import type { BegunSession } from "../people/sign-in.ts";

const email = z.string().check(z.maxLength(200), oneLine, z.regex(/^\s*[^\s@]{1,64}@[^\s@]{1,190}\s*$/));
const password = z.string().check(z.minLength(1), z.maxLength(longestPassword));
/** Any text: of a link that was copied by halves, the answer has to be that it is not valid. */
const linkToken = z.string().check(z.maxLength(1_000));

/** Who somebody is on this server, as the browser gets it. */
const sessionSchema = z.object({
  /** `local`: whoever reaches the server may do everything. `accounts`: people sign in. */
  mode: z.enum(["local", "accounts"]),
  person: z.nullable(
    z.object({
      id: z.string(),
      name: z.string(),
      authoring: z.enum(authoringRights),
      userRoles: z.array(z.string()),
    }),
  ),
});

function sessionView(caller: Caller): JsonObject {
  const person =
    caller.kind === "person" ? { ...caller.person, userRoles: [...caller.person.userRoles] } : null;
  return { mode: caller.kind === "local" ? "local" : "accounts", person };
}

/** Signing in and out, one-time links, and one's own password. */
export function signInRoutes(present: People | undefined): readonly Route[] {
  return [
    sessionRoute(),
    signInRoute(present),
    signOutRoute(present),
    ...linkRoutes(present),
    passwordRoute(present),
  ];
}

function begun({ token, account }: BegunSession, { cookie, browserCookie }: People): Reply {
  const { id, name, authoring, userRoles } = account;
  const caller: Caller = { kind: "person", person: { id, name, authoring, userRoles } };
  const mark = browserMark(account, Date.now());
  const known = mark === undefined ? [] : [browserCookie.write(mark)];
  return ok(sessionView(caller), { "set-cookie": [cookie.write(token), ...known] });
}

function sessionRoute(): Route {
  return defineRoute(
    {
      method: "GET",
      path: "/api/v1/session",
      operation: "readSession",
      summary: "Who sends the request.",
      access: "everyone",
      responses: { 200: { description: "Who it is.", schema: sessionSchema } },
    },
    ({ caller }) => ok(sessionView(caller)),
  );
}

function signInRoute(present: People | undefined): Route {
  return defineRoute(
    {
      method: "POST",
      path: "/api/v1/session",
      operation: "signIn",
      summary: "Sign in with a password; the answer sets a cookie.",
      access: "everyone",
      body: z.strictObject({ email, password }),
      bodyLimit: 4096,
      responses: { 200: { description: "Who has signed in.", schema: sessionSchema } },
      problems: ["accounts-off", "wrong-credentials", "too-many-tries"],
    },
    async ({ body, head }) => {
      const people = requirePeople(present);
      const credentials = { ...body, browserMark: people.browserCookie.read(head) };
      return begun(await people.signIn.withPassword(credentials), people);
    },
  );
}

function signOutRoute(present: People | undefined): Route {
  return defineRoute(
    {
      method: "DELETE",
      path: "/api/v1/session",
      operation: "signOut",
      summary: "Sign out.",
      access: "everyone",
      responses: { 200: { description: "Nobody is signed in now.", schema: sessionSchema } },
      problems: ["accounts-off"],
    },
    async ({ caller, head }) => {
      const { cookie, signIn } = requirePeople(present);
      const token = cookie.read(head);
      if (token !== undefined) await signIn.end(token, caller);
      return ok(sessionView({ kind: "anonymous" }), { "set-cookie": cookie.forget() });
    },
  );
}

function linkRoutes(present: People | undefined): readonly Route[] {
  const purpose = z.object({
    purpose: z.enum(["first-administrator", "password"]),
    name: z.optional(z.string()),
    email: z.optional(z.string()),
  });
  return [
    defineRoute(
      {
        method: "POST",
        path: "/api/v1/one-time-links/look",
        operation: "lookAtLink",
        summary: "For whom a one-time link is. That does not use it.",
        access: "everyone",
        body: z.strictObject({ token: linkToken }),
        bodyLimit: 4096,
        responses: { 200: { description: "For whom it is.", schema: purpose } },
        problems: ["accounts-off", "unknown-link"],
      },
      async ({ body }) => {
        const link = await requirePeople(present).links.purposeOf(body.token);
        switch (link.kind) {
          case "first-administrator":
            return ok({ purpose: link.kind });
          case "password":
            return ok({ purpose: link.kind, name: link.account.name, email: link.account.email });
          default:
            return unreachable(link);
        }
      },
    ),
    defineRoute(
      {
        method: "POST",
        path: "/api/v1/one-time-links/use",
        operation: "useLink",
        summary: "Set a password with a one-time link, and sign in.",
        access: "everyone",
        body: z.strictObject({
          token: linkToken,
          name: z.optional(z.string().check(z.maxLength(100), oneLine)),
          email: z.optional(email),
          password,
        }),
        bodyLimit: 4096,
        responses: { 200: { description: "Who has signed in.", schema: sessionSchema } },
        problems: ["accounts-off", "unknown-link", "weak-password", "already-taken"],
      },
      async ({ body }) => {
        const people = requirePeople(present);
        return begun(await people.signIn.begin(await people.links.use(body), "with a one-time link"), people);
      },
    ),
  ];
}

function passwordRoute(present: People | undefined): Route {
  return defineRoute(
    {
      method: "PUT",
      path: "/api/v1/session/password",
      operation: "changePassword",
      summary: "Change one's own password; other sessions end.",
      access: "member",
      body: z.strictObject({ present: password, wanted: password }),
      bodyLimit: 4096,
      responses: { 200: { description: "It is changed.", schema: sessionSchema } },
      problems: ["accounts-off", "wrong-credentials", "weak-password"],
    },
    async ({ caller, body }) => {
      const people = requirePeople(present);
      if (caller.kind !== "person") return ok(sessionView(caller));
      const account = await people.register.changePassword(caller.person, body, caller);
      return begun(await people.signIn.begin(account, "with a new password"), people);
    },
  );
}

import type { JsonObject } from "@rivulet/model";
import type { StoredAccount } from "@rivulet/persistence";
import * as z from "zod/mini";
import { ok } from "../http/reply.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { oneLine } from "../http/schemas.ts";
import { authoringRights } from "../people/caller.ts";
import { type People, requirePeople } from "../people/people.ts";

const id = z.object({ id: z.string().check(z.regex(/^[\w-]{1,64}$/)) });
const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(100), oneLine);
const email = z.string().check(z.maxLength(200), oneLine, z.regex(/^\s*[^\s@]{1,64}@[^\s@]{1,190}\s*$/));
const userRoles = z
  .array(z.string().check(z.minLength(1), z.maxLength(200), oneLine))
  .check(z.maxLength(100));
const authoring = z.enum(authoringRights);

const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  authoring,
  userRoles: z.array(z.string()),
  isDisabled: z.boolean(),
  /** Whether there is a password, or a sign-in of another house. */
  canSignIn: z.boolean(),
  signedInAt: z.nullable(z.iso.datetime()),
});
const linkMember = { link: z.string() };

function personView(account: StoredAccount): JsonObject {
  const { id: accountId, name: shownName, email: address, isDisabled, signedInAt } = account;
  return {
    id: accountId,
    name: shownName,
    email: address,
    authoring: account.authoring,
    userRoles: [...account.userRoles],
    isDisabled,
    canSignIn: account.passwordHash !== null || account.openId !== null,
    signedInAt: signedInAt === null ? null : new Date(signedInAt).toISOString(),
  };
}

/** The people of the server, for administrators. */
export function peopleRoutes(present: People | undefined): readonly Route[] {
  return [listRoute(present), addRoute(present), changeRoute(present), linkRoute(present)];
}

function listRoute(present: People | undefined): Route {
  return defineRoute(
    {
      method: "GET",
      path: "/api/v1/people",
      operation: "listPeople",
      summary: "The people of this server.",
      access: "administrator",
      responses: { 200: { description: "They.", schema: z.object({ people: z.array(personSchema) }) } },
      problems: ["accounts-off"],
    },
    async () => ok({ people: (await requirePeople(present).register.list()).map(personView) }),
  );
}

function addRoute(present: People | undefined): Route {
  return defineRoute(
    {
      method: "POST",
      path: "/api/v1/people",
      operation: "addPerson",
      summary: "Add a person; the answer has the one-time link with which that person sets a password.",
      access: "administrator",
      body: z.strictObject({
        name,
        email,
        authoring: z._default(authoring, "none"),
        userRoles: z._default(userRoles, []),
      }),
      responses: {
        200: { description: "The person and the link.", schema: z.extend(personSchema, linkMember) },
      },
      problems: ["accounts-off", "already-taken"],
    },
    async ({ caller, body }) => {
      const { account, link } = await requirePeople(present).register.add(body, caller);
      return ok({ ...personView(account), link });
    },
  );
}

function changeRoute(present: People | undefined): Route {
  return defineRoute(
    {
      method: "PATCH",
      path: "/api/v1/people/:id",
      operation: "changePerson",
      summary: "Change what a person may do, or keep a person out.",
      access: "administrator",
      params: id,
      body: z.strictObject({
        name: z.optional(name),
        email: z.optional(email),
        authoring: z.optional(authoring),
        userRoles: z.optional(userRoles),
        isDisabled: z.optional(z.boolean()),
      }),
      responses: { 200: { description: "The person.", schema: personSchema } },
      problems: ["accounts-off", "unknown-person", "already-taken", "last-administrator"],
    },
    async ({ params, caller, body }) =>
      ok(personView(await requirePeople(present).register.change(params.id, body, caller))),
  );
}

function linkRoute(present: People | undefined): Route {
  return defineRoute(
    {
      method: "POST",
      path: "/api/v1/people/:id/links",
      operation: "makeLink",
      summary: "Another one-time link, for a person who has forgotten the password.",
      access: "administrator",
      params: id,
      body: z.optional(z.strictObject({})),
      responses: { 200: { description: "The link.", schema: z.object(linkMember) } },
      problems: ["accounts-off", "unknown-person"],
    },
    async ({ params, caller }) => ok({ link: await requirePeople(present).register.link(params.id, caller) }),
  );
}

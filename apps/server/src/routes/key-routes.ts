import type { JsonObject } from "@rivulet/model";
import type { NamedKey } from "@rivulet/persistence";
import * as z from "zod/mini";
import { HttpProblem } from "../http/http-problem.ts";
import { ok } from "../http/reply.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { oneLine } from "../http/schemas.ts";
import { type Caller, keyScopes, type Person } from "../people/caller.ts";
import { type People, requirePeople } from "../people/people.ts";

const scopes = z.array(z.enum(keyScopes));
const keySchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Id and name of the person for whom it acts. */
  owner: z.string(),
  ownerName: z.string(),
  scopes,
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  usedAt: z.nullable(z.iso.datetime()),
});

const isoTime = (milliseconds: number) => new Date(milliseconds).toISOString();

function keyView(key: NamedKey): JsonObject {
  const { id, name, account, ownerName, scopes: held, createdAt, expiresAt, usedAt } = key;
  return {
    id,
    name,
    owner: account,
    ownerName,
    scopes: [...held],
    createdAt: isoTime(createdAt),
    expiresAt: isoTime(expiresAt),
    usedAt: usedAt === null ? null : isoTime(usedAt),
  };
}

/** The person whose keys a request is about: a key cannot make another one, and a server without accounts has none. */
function holder(present: People | undefined, caller: Caller): { people: People; person: Person } {
  const people = requirePeople(present);
  if (caller.kind !== "person") throw new HttpProblem("not-allowed", "Only a person has keys.");
  return { people, person: caller.person };
}

/** Keys with which programs act for a person. */
export function keyRoutes(present: People | undefined): readonly Route[] {
  return [
    defineRoute(
      {
        method: "GET",
        path: "/api/v1/keys",
        operation: "listKeys",
        summary: "One's own keys; those of everybody for an administrator.",
        access: "member",
        responses: { 200: { description: "The keys.", schema: z.object({ keys: z.array(keySchema) }) } },
        problems: ["accounts-off"],
      },
      async ({ caller }) => {
        const { people, person } = holder(present, caller);
        return ok({ keys: (await people.keys.list(person, caller)).map(keyView) });
      },
    ),
    defineRoute(
      {
        method: "POST",
        path: "/api/v1/keys",
        operation: "makeKey",
        summary: "Make a key. Its token is in this answer and nowhere else.",
        access: "member",
        body: z.strictObject({
          name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100), oneLine),
          scopes: scopes.check(z.minLength(1), z.maxLength(keyScopes.length)),
          days: z._default(z.int().check(z.gte(1), z.lte(366)), 90),
        }),
        responses: { 200: { description: "The key.", schema: z.extend(keySchema, { token: z.string() }) } },
        problems: ["accounts-off"],
      },
      async ({ caller, body }) => {
        const { people, person } = holder(present, caller);
        const { key, token } = await people.keys.make(person, body, caller);
        return ok({ ...keyView(key), token });
      },
    ),
    defineRoute(
      {
        method: "DELETE",
        path: "/api/v1/keys/:id",
        operation: "removeKey",
        summary: "End a key.",
        access: "member",
        params: z.object({ id: z.string().check(z.regex(/^[\w-]{1,64}$/)) }),
        responses: { 204: { description: "It is no key any more." } },
        problems: ["accounts-off", "unknown-key"],
      },
      async ({ params, caller }) => {
        const { people, person } = holder(present, caller);
        await people.keys.remove(person, params.id, caller);
        return { kind: "nothing" };
      },
    ),
  ];
}

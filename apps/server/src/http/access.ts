import { type Caller, hasRight, personOf } from "../people/caller.ts";
import { HttpProblem } from "./http-problem.ts";

/** A rule that says who may call a route. */
export interface AccessRule {
  readonly documentation: string;
  readonly allows: (caller: Caller) => boolean;
}

/**
 * The rules. Every route names one of them: a route without a rule cannot be written down. On a server without
 * accounts, the person at this machine may do everything but what the security of the project forbids.
 */
export const accessRules = {
  everyone: {
    documentation: "Whoever reaches the server.",
    allows: () => true,
  },
  viewer: {
    documentation: "Whoever may look at the project: a viewer, a key that reads or writes the project.",
    allows: (caller) => hasRight(caller, "viewer"),
  },
  author: {
    documentation: "Whoever may change the project: a builder, a key that writes the project.",
    allows: (caller) => hasRight(caller, "builder"),
  },
  operator: {
    documentation: "Whoever runs the server: an administrator, a key that operates it.",
    allows: (caller) => hasRight(caller, "administrator"),
  },
  administrator: {
    documentation: "An administrator who has signed in. No key: it could make itself another person.",
    allows: (caller) => caller.kind !== "key" && hasRight(caller, "administrator"),
  },
  member: {
    documentation: "Whoever has signed in, about what is his own. No key.",
    allows: (caller) => caller.kind === "local" || caller.kind === "person",
  },
  visitor: {
    documentation:
      "Whoever uses the application: somebody who has signed in. What his user roles may see and do is decided inside.",
    allows: (caller) => caller.kind === "local" || caller.kind === "person",
  },
  runner: {
    documentation:
      "Whoever has signed in, or a key that runs microflows. Which ones is decided inside, by the roles that each microflow allows.",
    allows: (caller) =>
      caller.kind === "key" ? caller.scopes.includes("run-microflows") : caller.kind !== "anonymous",
  },
} as const satisfies Record<string, AccessRule>;

/** The name of a rule. */
export type Access = keyof typeof accessRules;

/** Why the rule does not let the caller in: `sign-in-needed`, `not-allowed`; `undefined` when it does. */
export function accessProblem(access: Access, caller: Caller): HttpProblem | undefined {
  const { allows, documentation } = accessRules[access];
  if (allows(caller)) return undefined;
  if (personOf(caller))
    return new HttpProblem("not-allowed", `You may not do this. Who may: ${documentation}`);
  const detail = "Sign in, or send an API key with the header Authorization: Bearer.";
  return new HttpProblem("sign-in-needed", detail);
}

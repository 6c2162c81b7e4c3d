import type { ProjectSettings } from "@rivulet/model";
import { type Caller, hasRight, personOf } from "../people/caller.ts";
import { HttpProblem } from "./http-problem.ts";

/** What a rule may look at. */
export interface AccessQuestion {
  readonly caller: Caller;
  /** Asks how the project is protected at this moment; `undefined` while it cannot be read. */
  readonly security: () => Promise<ProjectSettings["security"]["level"] | undefined>;
}

/** A rule that says who may call a route. */
export interface AccessRule {
  readonly documentation: string;
  readonly allows: (question: AccessQuestion) => boolean | Promise<boolean>;
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
    allows: ({ caller }) => hasRight(caller, "viewer"),
  },
  author: {
    documentation: "Whoever may change the project: a builder, a key that writes the project.",
    allows: ({ caller }) => hasRight(caller, "builder"),
  },
  operator: {
    documentation: "Whoever runs the server: an administrator, a key that operates it.",
    allows: ({ caller }) => hasRight(caller, "administrator"),
  },
  visitor: {
    documentation:
      "Whoever uses the application: somebody who has signed in. What his user roles may see and do is decided inside.",
    allows: ({ caller }) => caller.kind === "local" || caller.kind === "person",
  },
  runner: {
    documentation:
      "Whoever has signed in, or a key that runs microflows. Which ones is decided inside, by the roles that each microflow allows.",
    allows: async ({ caller, security }) => {
      if (caller.kind === "local") return (await security()) === "off";
      return caller.kind === "key" ? caller.scopes.includes("run-microflows") : caller.kind === "person";
    },
  },
} as const satisfies Record<string, AccessRule>;

/** The name of a rule. */
export type Access = keyof typeof accessRules;

/** Throws `sign-in-needed` or `not-allowed` when the rule does not let the caller in. */
export async function assertAccess(access: Access, question: AccessQuestion): Promise<void> {
  if (await accessRules[access].allows(question)) return;
  const { caller } = question;
  const { documentation } = accessRules[access];
  if (personOf(caller)) throw new HttpProblem("not-allowed", `You may not do this. ${documentation}`);
  throw new HttpProblem(
    "sign-in-needed",
    caller.kind === "anonymous"
      ? "Sign in, or send an API key with the header Authorization: Bearer."
      : "The project has security on, and this server cannot sign anybody in yet. Run the microflow with the command line, or switch the project's security off.",
  );
}

import type { ProjectSettings } from "@rivulet/model";
import { HttpProblem } from "./http-problem.ts";

/** Who sends a request. There are no accounts yet: whoever reaches the loopback server. */
export interface Caller {
  readonly kind: "local";
}

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

/** The rules. Every route names one of them: a route without a rule cannot be written down. */
export const accessRules = {
  everyone: {
    documentation: "Whoever reaches the server.",
    allows: () => true,
  },
  author: {
    documentation: "Whoever may change the project: the person at this machine.",
    allows: ({ caller }) => caller.kind === "local",
  },
  operator: {
    documentation: "Whoever runs the server: the person at this machine.",
    allows: ({ caller }) => caller.kind === "local",
  },
  visitor: {
    documentation:
      "Whoever uses the application: the person at this machine, who may try every user role. What a role may see and do is decided inside.",
    allows: ({ caller }) => caller.kind === "local",
  },
  runner: {
    documentation:
      "The holder of a role that the microflow allows; with security off, whoever reaches the server.",
    allows: async ({ security }) => (await security()) === "off",
  },
} as const satisfies Record<string, AccessRule>;

/** The name of a rule. */
export type Access = keyof typeof accessRules;

/** Throws `sign-in-needed` when the rule does not let the caller in. */
export async function assertAccess(access: Access, question: AccessQuestion): Promise<void> {
  if (await accessRules[access].allows(question)) return;
  throw new HttpProblem(
    "sign-in-needed",
    "The project has security on, and this server cannot sign anybody in yet. Run the microflow with the command line, or switch the project's security off.",
  );
}

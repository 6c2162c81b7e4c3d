import type { RunAs } from "@rivulet/runtime";
import * as z from "zod/mini";
import { HttpProblem } from "../http/http-problem.ts";

const name = z.optional(z.string().check(z.maxLength(200)));

/** The members of a body that say with whose rights something is done. At most one of them. */
export const actingMembers = {
  /** Only this user role counts: one of the caller's own, or any of the project for whoever may change it. */
  userRole: name,
  /** In the place of this demo user of the project: for whoever may change it. */
  demoUser: name,
};

/** What {@link actingMembers} say; `undefined` for the caller with all of his own rights. Throws `wrong-request`. */
export function readActing({
  userRole,
  demoUser,
}: {
  readonly userRole?: string | undefined;
  readonly demoUser?: string | undefined;
}): RunAs | undefined {
  if (userRole !== undefined && demoUser !== undefined)
    throw new HttpProblem("wrong-request", "Name a user role or a demo user, not both: one counts.");
  if (demoUser !== undefined) return { kind: "demoUser", name: demoUser };
  return userRole === undefined ? undefined : { kind: "userRole", name: userRole };
}

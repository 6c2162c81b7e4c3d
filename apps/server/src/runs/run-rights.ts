import type { ProjectIndex } from "@rivulet/model";
import { accessOf } from "@rivulet/pages";
import type { RunAs } from "@rivulet/runtime";
import type { QualifiedName } from "@rivulet/values";
import { HttpProblem } from "../http/http-problem.ts";
import { actingUser } from "../people/acting-user.ts";
import { type Caller, hasRight, personOf } from "../people/caller.ts";
import type { RunArchive } from "./run-archive.ts";

/** Who wants to run what. */
export interface WantedRun {
  readonly caller: Caller;
  readonly microflow: QualifiedName;
  /** With whose rights, where not with all of the caller's own. */
  readonly as?: RunAs | undefined;
}

/** Whose roles do not suffice. */
function whoseRoles({ caller, as }: WantedRun): string {
  if (as?.kind === "demoUser") return `the demo user ${as.name} holds none of them`;
  if (as) return `the user role ${as.name} holds none of them`;
  return personOf(caller) ? "your user roles hold none of them" : "no user role that counts here holds one";
}

/**
 * Why somebody may not run a microflow from outside; `undefined` when he may. With security on, one of his user roles
 * has to hold a module role that the microflow allows. What the microflow calls is not asked again.
 */
export function runRefusal(index: ProjectIndex, wanted: WantedRun): HttpProblem | undefined {
  const { caller, microflow, as } = wanted;
  const record = index.microflow(microflow);
  const { userRoles } = actingUser(caller, index, as);
  if (!record || accessOf(userRoles, index).mayRun(record)) return undefined;
  const [module = ""] = microflow.split(".");
  const allowed = record.allowedRoles.map((role) => `${module}.${role}`).join(", ");
  const needed = allowed === "" ? "No role may run it" : `It is for ${allowed}`;
  const detail = `You may not run ${microflow}. ${needed}${allowed === "" ? "" : `; ${whoseRoles(wanted)}`}. Allowed roles are among the properties of the microflow.`;
  return new HttpProblem("not-allowed", detail);
}

/**
 * Whose runs a caller may see: those of everybody who may look at the project, else only those of the caller's own account,
 * its keys included. By its id: a name may have been another's before.
 */
export function visibleRuns(caller: Caller): "all" | { readonly account: string } {
  return hasRight(caller, "viewer") ? "all" : { account: personOf(caller)?.id ?? "" };
}

/** Lets pass whoever may see a run. Throws `unknown-run` as for one that does not exist. */
export async function assertVisible(caller: Caller, runId: string, archive: RunArchive): Promise<void> {
  const visible = visibleRuns(caller);
  if (visible === "all") return;
  const { account } = await archive.stored(runId);
  if (account !== visible.account) throw new HttpProblem("unknown-run", `Run ${runId} is not known.`);
}

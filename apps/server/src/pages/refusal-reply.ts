import type { Refusal } from "../http/application.ts";
import { type Reply, redirection } from "../http/reply.ts";
import type { OpenProject } from "../project/open-project.ts";
import { awayPage, missingPage, refusedPage } from "./closed-door.ts";

/** What a browser gets in place of a page: where to sign in, else that there is none, or that it is not for this person. */
export async function refusalReply({ problem, target }: Refusal, project: OpenProject): Promise<Reply> {
  if (problem.code === "sign-in-needed") return redirection(`/sign-in?next=${encodeURIComponent(target)}`);
  // As people type it.
  if (target === "/app/") return redirection("/app");
  const { settings } = (await project.current()).loaded.index;
  const name = settings?.name ?? "Rivulet";
  if (problem.code === "unknown-address") return missingPage(name);
  if (problem.code === "database-away") return awayPage(name, problem);
  return refusedPage(name, problem.message);
}

import type { Refusal } from "../http/application.ts";
import { type Reply, redirection } from "../http/reply.ts";
import type { OpenProject } from "../project/open-project.ts";
import { refusedPage } from "./sign-in-page.ts";

/** What a browser gets in place of a page: where to sign in, else that the page is not for this person. */
export async function refusalReply({ problem, target }: Refusal, project: OpenProject): Promise<Reply> {
  if (problem.code === "sign-in-needed") return redirection(`/sign-in?next=${encodeURIComponent(target)}`);
  const { settings } = (await project.current()).loaded.index;
  return refusedPage({ project: settings?.name ?? "Rivulet", reason: problem.message });
}

import { asJson } from "@rivulet/model";
import type { SaveResult } from "@rivulet/model/folder";
import { unreachable } from "@rivulet/values";
import { HttpProblem } from "../http/http-problem.ts";
import { ok, type Reply } from "../http/reply.ts";
import type { OpenedProject } from "./opened-project.ts";
import { hashesOf, presentDocumentView } from "./project-views.ts";

/** Answers a save. Throws a problem when nothing was saved. @param project as it is after the save */
export function saveReply(result: SaveResult, project: OpenedProject): Reply {
  switch (result.outcome) {
    case "saved":
      return ok({ revision: project.revision, hashes: hashesOf(project) });
    case "stale": {
      const detail = "Somebody else has changed these documents meanwhile. Nothing was saved.";
      const documents = result.documents.map(presentDocumentView);
      throw new HttpProblem("stale-documents", detail, { members: { documents } });
    }
    case "refused": {
      const detail = result.problems.map(({ message }) => message).join(" ");
      throw new HttpProblem("invalid-change", detail, {
        members: { problems: asJson(result.problems) },
      });
    }
    case "held":
      throw new HttpProblem(
        "project-locked",
        `Process ${result.pid} is saving the project. Try again in a moment.`,
      );
    default:
      return unreachable(result);
  }
}

import type { ProjectDocument } from "@rivulet/model";
import type { CheckContext } from "../check-context.ts";
import type { ProblemList } from "../report/problem-list.ts";

/** What the check of a document reads, and where it tells what it found. */
export interface DocumentCheck {
  readonly document: ProjectDocument;
  readonly context: CheckContext;
  readonly report: ProblemList;
}

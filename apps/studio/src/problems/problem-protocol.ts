import type { ActivityDefinition, KnownRegion } from "@rivulet/activities";
import type { Diff, Problem, ProjectRecord } from "@rivulet/model";

/** What the page tells the worker: the whole project once, then each change of it and of what is known of tables. */
export type ProblemRequest =
  | {
      readonly kind: "open";
      readonly records: readonly ProjectRecord[];
      readonly connectorRecords: readonly ProjectRecord[];
      readonly activities: readonly ActivityDefinition[];
    }
  | { readonly kind: "change"; readonly diff: Diff }
  /** Tables were looked up. */
  | { readonly kind: "tables"; readonly regions: readonly KnownRegion[] };

/** What the worker tells the page: all problems as they are now. */
export interface ProblemAnswer {
  readonly problems: readonly Problem[];
}

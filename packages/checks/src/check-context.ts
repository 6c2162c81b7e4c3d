import type { ActivityCatalog, KnownRegion } from "@rivulet/activities";
import type { ProjectIndex } from "@rivulet/model";

/** What a check reads besides the document it looks at: the whole project by name, and the activities there are. */
export interface CheckContext {
  readonly index: ProjectIndex;
  readonly catalog: ActivityCatalog;
  /** Tables that were looked up, where somebody did; without them keys are judged by what needs no asking. */
  readonly knownRegions?: readonly KnownRegion[] | undefined;
}

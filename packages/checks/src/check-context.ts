import type { ActivityCatalog } from "@rivulet/activities";
import type { ProjectIndex } from "@rivulet/model";

/** What a check reads besides the document it looks at: the whole project by name, and the activities there are. */
export interface CheckContext {
  readonly index: ProjectIndex;
  readonly catalog: ActivityCatalog;
}

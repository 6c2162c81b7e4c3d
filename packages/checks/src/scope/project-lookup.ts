import type { ModelLookup } from "@rivulet/expressions";
import type { ProjectIndex } from "@rivulet/model";

/** A project as expressions see it: its index is one. */
export function projectLookup(index: ProjectIndex): ModelLookup {
  return index;
}

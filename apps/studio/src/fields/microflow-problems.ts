import type { ActivityCatalog } from "@rivulet/activities";
import { checkDocument } from "@rivulet/checks";
import type { Problem, ProjectIndex, ProjectRecord } from "@rivulet/model";

const known = new WeakMap<ProjectIndex, Map<string, readonly Problem[]>>();

/** A microflow with everything in it, loops' bodies too. */
function recordsOf(index: ProjectIndex, microflow: ProjectRecord): ProjectRecord[] {
  const records = new Set([microflow]);
  for (const record of records) {
    for (const child of index.children(record.id)) if (child.type !== "placement") records.add(child);
  }
  return [...records];
}

/**
 * The problems of one microflow, found once for each state of the project. The whole project is checked in a worker;
 * this is for what is being edited and not saved yet.
 */
export function microflowProblems(
  index: ProjectIndex,
  catalog: ActivityCatalog,
  id: string,
): readonly Problem[] {
  const microflow = index.records.get(id);
  if (microflow?.type !== "microflow") return [];
  const ofIndex = known.get(index) ?? new Map<string, readonly Problem[]>();
  known.set(index, ofIndex);
  const present = ofIndex.get(id);
  if (present) return present;
  const records = recordsOf(index, microflow);
  const problems = checkDocument(
    { id, kind: "microflow", path: microflow.name, records },
    { index, catalog },
  );
  ofIndex.set(id, problems);
  return problems;
}

import { type ActivityCatalog, captionOf } from "@rivulet/activities";
import { documentIdOf, type Place, type ProjectIndex, type ProjectRecord } from "@rivulet/model";

/** What places are looked up in. */
export interface NamedProject {
  readonly index: ProjectIndex;
  readonly catalog: ActivityCatalog;
}

/** What people call a record; `undefined` for one that is named by its document already. */
function nameOf(record: ProjectRecord, { index, catalog }: NamedProject): string | undefined {
  switch (record.type) {
    case "element":
      return `"${captionOf(catalog.find(record.kind), record)}"`;
    case "sequenceFlow":
    case "annotationFlow": {
      const [from = "?", to = "?"] = [record.from, record.to].map((id) => {
        const end = index.records.get(id);
        return end && nameOf(end, { index, catalog });
      });
      return `flow from ${from} to ${to}`;
    }
    case "entity":
    case "association":
    case "widget":
      return record.name;
    default:
      return undefined;
  }
}

/** How often each name stands in its document, by both. */
function countNames(project: NamedProject): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const record of project.index.records.values()) {
    const key = keyOf(record, project);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function keyOf(record: ProjectRecord, project: NamedProject): string {
  return `${documentIdOf(record, project.index.records)} ${nameOf(record, project)}`;
}

/**
 * Puts places into words: `MyFirstModule.DS_ListTables, "Create request", members[0].value`. The id of an element is
 * said where nothing else tells it from another one of its document.
 *
 * @param project what the ids are looked up in; without one they stand for themselves
 */
export function placeDescriber(project: NamedProject | undefined): (place: Place) => string {
  let counts: ReadonlyMap<string, number> | undefined;
  const nameOfRecord = (id: string): string | undefined => {
    const record = project?.index.records.get(id);
    if (!project || !record) return id;
    const name = nameOf(record, project);
    if (name === undefined) return undefined;
    counts ??= countNames(project);
    return (counts.get(keyOf(record, project)) ?? 0) > 1 ? `${name} (${id})` : name;
  };
  return ({ document, file, record, field }) => {
    const named = record === undefined ? undefined : nameOfRecord(record);
    return [document ?? file, named, field].filter((part) => part !== undefined && part !== "").join(", ");
  };
}

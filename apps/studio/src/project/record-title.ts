import { type ActivityCatalog, captionOf } from "@rivulet/activities";
import { type ProjectRecord, type ProjectRecords, type RecordType } from "@rivulet/model";
import { projectMessages } from "../messages/project-messages.ts";

/** What a record is called in front of people, with the kind of thing it is. */
export interface RecordTitle {
  readonly noun: string;
  readonly name: string;
}

function nameOf(record: ProjectRecord, records: ProjectRecords, catalog: ActivityCatalog): string {
  switch (record.type) {
    case "element":
      return captionOf(catalog.find(record.kind), record);
    case "sequenceFlow":
    case "annotationFlow": {
      const ends = [record.from, record.to].map((id) => records.get(id));
      const [from = "…", to = "…"] = ends.map((end) => (end ? nameOf(end, records, catalog) : undefined));
      return projectMessages.fromTo(from, to);
    }
    case "placement": {
      const placed = records.get(record.of);
      return placed ? nameOf(placed, records, catalog) : record.of;
    }
    default:
      return record.name;
  }
}

const nouns: Readonly<Record<RecordType, string>> = projectMessages.recordNouns;

/**
 * How a record is called where it is one of many: in lists of usages, conflicts and search results.
 *
 * @example recordTitle(flow, records, catalog) // { noun: "Sequence flow", name: "Create object → ListTables" }
 */
export function recordTitle(
  record: ProjectRecord,
  records: ProjectRecords,
  catalog: ActivityCatalog,
): RecordTitle {
  return { noun: nouns[record.type], name: nameOf(record, records, catalog) };
}

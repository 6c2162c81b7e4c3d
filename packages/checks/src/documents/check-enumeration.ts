import { checkFolder } from "./check-folder.ts";
import type { DocumentCheck } from "./document-check.ts";

/** The values of an enumeration; their names are checked with those of the project. */
export function checkEnumeration(check: DocumentCheck): void {
  for (const record of check.document.records) {
    if (record.type !== "enumeration") continue;
    checkFolder(record, check);
    if (record.values.length > 0) continue;
    const message = `The enumeration ${record.name} has no values, so nothing can be chosen. Add one.`;
    check.report.add({ code: "empty-enumeration", record: record.id, field: "values", message });
  }
}

import { checkPage } from "@rivulet/pages";
import { checkFolder } from "./check-folder.ts";
import type { DocumentCheck } from "./document-check.ts";

/** A page with its widgets: what they name exists and fits, and who sees the page may run what it needs. */
export function checkPageDocument(check: DocumentCheck): void {
  for (const record of check.document.records) {
    if (record.type !== "page") continue;
    checkFolder(record, check);
    for (const finding of checkPage(record, check.context.index)) check.report.add(finding);
  }
}

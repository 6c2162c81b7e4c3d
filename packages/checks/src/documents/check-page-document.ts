import { isWidgetDocument } from "@rivulet/model";
import { checkPage } from "@rivulet/pages";
import { checkFolder } from "./check-folder.ts";
import type { DocumentCheck } from "./document-check.ts";

/** A page, layout or snippet with its widgets: what they name exists and fits, and who sees the page may run what it needs. */
export function checkPageDocument(check: DocumentCheck): void {
  for (const record of check.document.records) {
    if (!isWidgetDocument(record)) continue;
    checkFolder(record, check);
    for (const finding of checkPage(record, check.context.index)) check.report.add(finding);
  }
}

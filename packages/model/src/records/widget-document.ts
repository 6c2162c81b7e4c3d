import type { PageLayoutRecord, PageRecord, ProjectRecord, SnippetRecord } from "./records.ts";

/** A document that holds widgets: what the designer draws. */
export type WidgetDocument = PageRecord | PageLayoutRecord | SnippetRecord;

/** The types of the documents that hold widgets. */
export const widgetDocumentTypes = [
  "page",
  "pageLayout",
  "snippet",
] as const satisfies readonly WidgetDocument["type"][];

/** Whether a record is a document that holds widgets. */
export function isWidgetDocument(record: ProjectRecord | undefined): record is WidgetDocument {
  return widgetDocumentTypes.some((type) => type === record?.type);
}

import { type FormatHistory, formatHistory, type Migration } from "../migrations/format-history.ts";
import { handleErrorsByElement } from "../migrations/microflow-1.ts";
import type { DocumentKind } from "./document.ts";
import { documentFormats, documentVersions } from "./document-formats.ts";

/*
 * A change of a file's form: raise its version in documentVersions, keep the old schema in a migration here, and add
 * the golden file fixtures/<kind>-<version>.json; tests demand the last two.
 */

/** The migrations of each kind of file, from version 1 on. */
const migrations: Record<DocumentKind, readonly Migration[]> = {
  project: [],
  module: [],
  domainModel: [],
  enumeration: [],
  constant: [],
  microflow: [handleErrorsByElement],
  page: [],
  pageLayout: [],
  snippet: [],
  layout: [],
};

const history = (kind: DocumentKind): FormatHistory =>
  formatHistory({
    format: documentFormats[kind],
    newest: documentVersions[kind],
    migrations: migrations[kind],
  });

/** The versions of each kind of file. */
export const documentHistories: Record<DocumentKind, FormatHistory> = {
  project: history("project"),
  module: history("module"),
  domainModel: history("domainModel"),
  enumeration: history("enumeration"),
  constant: history("constant"),
  microflow: history("microflow"),
  page: history("page"),
  pageLayout: history("pageLayout"),
  snippet: history("snippet"),
  layout: history("layout"),
};

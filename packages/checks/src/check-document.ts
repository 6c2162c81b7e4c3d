import type { DocumentKind, Place, Problem, ProjectDocument, ProjectIndex } from "@rivulet/model";
import type { CheckContext } from "./check-context.ts";
import { checkConstant } from "./documents/check-constant.ts";
import { checkDomainModel } from "./documents/check-domain-model.ts";
import { checkEnumeration } from "./documents/check-enumeration.ts";
import { checkMicroflow } from "./documents/check-microflow.ts";
import { checkModule } from "./documents/check-module.ts";
import { checkPageDocument } from "./documents/check-page-document.ts";
import { checkSettings } from "./documents/check-settings.ts";
import type { DocumentCheck } from "./documents/document-check.ts";
import { ProblemList } from "./report/problem-list.ts";

const checksOfKinds: { readonly [Kind in DocumentKind]: (check: DocumentCheck) => void } = {
  project: checkSettings,
  module: checkModule,
  domainModel: checkDomainModel,
  enumeration: checkEnumeration,
  constant: checkConstant,
  microflow: checkMicroflow,
  page: checkPageDocument,
  pageLayout: checkPageDocument,
  snippet: checkPageDocument,
  /** Positions mean nothing to a run. */
  layout: () => undefined,
};

/** How places call a document: by its qualified name, a module or its domain model by the module's name. */
export function documentName({ id, kind }: ProjectDocument, index: ProjectIndex): string | undefined {
  if (kind === "project") return undefined;
  const suffix = kind === "domainModel" || kind === "layout" ? /:(?:domainModel|layout)$/ : /$^/;
  const record = index.records.get(id.replace(suffix, ""));
  if (record?.type === "module") return record.name;
  return record && index.qualifiedNameOf(record);
}

/**
 * The problems of one document, apart from its names (see `nameProblems` of the model). They depend on the document
 * and the rest of the project as the index gives it, and on nothing else: the unit of incremental checking.
 *
 * @example checkDocument(documentsOf(records)[0], { index, catalog })
 */
export function checkDocument(document: ProjectDocument, context: CheckContext): readonly Problem[] {
  const name = documentName(document, context.index);
  const place: Pick<Place, "file" | "document"> = {
    file: document.path,
    ...(name === undefined ? {} : { document: name }),
  };
  const report = new ProblemList(place);
  checksOfKinds[document.kind]({ document, context, report });
  return report.problems;
}

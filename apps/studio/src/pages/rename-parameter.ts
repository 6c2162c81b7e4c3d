import type { Renaming } from "@rivulet/activities";
import type { PageRecord, SnippetRecord } from "@rivulet/model";
import { renameInWidget, widgetsOfPage } from "@rivulet/pages";
import { renameUsages } from "@rivulet/refactoring";
import { refactoringContext } from "../explorer/refactor-documents.ts";
import { pageMessages } from "../messages/page-messages.ts";
import type { StudioProject } from "../project/studio-project.ts";

/**
 * Gives a parameter of a page or snippet another name, as one step: in the document's own expressions and data sources,
 * and wherever it is shown.
 */
export function renameParameter(
  project: StudioProject,
  document: PageRecord | SnippetRecord,
  { from, to }: { readonly from: string; readonly to: string },
): void {
  const { index, store } = project;
  const owner = index.qualifiedNameOf(document) ?? "";
  const [old, present] = [`${owner}.${from}`, `${owner}.${to}`];
  const changed = renameUsages([{ kind: "parameter", from: old, to: present }], refactoringContext(project));
  // Within the document the parameter is a variable besides.
  const rename: Renaming = ({ kind, name }) => {
    if (kind === "variable") return name === from ? to : undefined;
    return kind === "parameter" && name === old ? present : undefined;
  };
  const own = [...widgetsOfPage(document.id, index)].map((widget) =>
    renameInWidget(widget, rename, { page: document, index }),
  );
  const parameters = (document.parameters ?? []).map((parameter) =>
    parameter.name === from ? { ...parameter, name: to } : parameter,
  );
  store.transact(pageMessages.steps.rename(from, to), (transaction) => {
    for (const record of [...changed, ...own]) transaction.put(record);
    transaction.update(document.type, document.id, { parameters });
  });
}

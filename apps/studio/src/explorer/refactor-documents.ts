import { analyseMicroflow } from "@rivulet/checks";
import { isNamedRecord, type ModuleRecord, type NamedRecord, type ProjectRecord } from "@rivulet/model";
import {
  findUsages,
  findUsagesOfModule,
  type RefactoringContext,
  type RefactoringTarget,
  renameModule,
  renameUsages,
  type Usage,
} from "@rivulet/refactoring";
import { explorerMessages } from "../messages/explorer-messages.ts";
import type { StudioProject } from "../project/studio-project.ts";

/** What can be renamed and deleted as a whole. */
export type Refactorable = NamedRecord | ModuleRecord;

/** Whether a record is one that can be renamed and deleted as a whole. */
export function isRefactorable(record: ProjectRecord | undefined): record is Refactorable {
  return record !== undefined && (record.type === "module" || isNamedRecord(record));
}

/** The project as refactorings look at it. Each microflow is analysed once, when its variables are asked for. */
export function refactoringContext(project: StudioProject): RefactoringContext {
  const { index, catalog } = project;
  const analyses = new Map<string, ReturnType<typeof analyseMicroflow>>();
  return {
    index,
    catalog,
    isReadOnly: (id) => project.isReadOnly(id),
    variablesAt: (microflow, element) => {
      const analysis = analyses.get(microflow.id) ?? analyseMicroflow(microflow, { index, catalog });
      analyses.set(microflow.id, analysis);
      return (name) => analysis.scopeAt(element.id).typeOf(name);
    },
  };
}

function targetOf(record: NamedRecord, { index }: StudioProject): RefactoringTarget {
  return { kind: record.type, name: index.qualifiedNameOf(record) ?? record.name };
}

/** Where a module, entity or document is used; a document's use of itself does not count. */
export function usagesOf(record: Refactorable, project: StudioProject): readonly Usage[] {
  const context = refactoringContext(project);
  if (record.type === "module") return findUsagesOfModule(record.name, context);
  return findUsages(targetOf(record, project), context).filter((usage) => usage.record.id !== record.id);
}

/** Gives a module, entity or document another name, everywhere it is written, as one step. */
export function renameEverywhere(record: Refactorable, name: string, project: StudioProject): void {
  const context = refactoringContext(project);
  const step = explorerMessages.steps.rename(record.name, name);
  if (record.type === "module") {
    const changed = renameModule(record, name, context);
    project.store.transact(step, (transaction) => changed.forEach((each) => transaction.put(each)));
    return;
  }
  const target = targetOf(record, project);
  const newName = target.name.slice(0, target.name.length - record.name.length) + name;
  const changed = renameUsages([{ kind: target.kind, from: target.name, to: newName }], context);
  project.store.transact(step, (transaction) => {
    changed.forEach((each) => transaction.put(each));
    transaction.update(record.type, record.id, { name });
  });
}

/** Takes a record away, with what is in it, as one step. */
export function deleteRecord(record: Refactorable, project: StudioProject): void {
  project.store.transact(explorerMessages.steps.delete(record.name), (transaction) =>
    transaction.remove(record.id),
  );
}

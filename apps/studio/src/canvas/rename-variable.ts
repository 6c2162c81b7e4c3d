import { renameInElement } from "@rivulet/activities";
import { analyseMicroflow } from "@rivulet/checks";
import type { Transaction } from "@rivulet/document";
import { type ElementRecord, nameFault } from "@rivulet/model";
import { variableType } from "../fields/known-variables.ts";
import { canvasMessages } from "../messages/canvas-messages.ts";
import { fieldMessages } from "../messages/field-messages.ts";
import type { StudioProject } from "../project/studio-project.ts";
import { elementsOf } from "./usages.ts";

/** Why a variable cannot be called so; `undefined` when it can. */
export function variableNameFault(
  project: StudioProject,
  { microflow, element, name }: { microflow: string; element: string; name: string },
): string | undefined {
  const record = project.record(microflow);
  if (record?.type !== "microflow") return undefined;
  const { index, catalog } = project;
  const owner = analyseMicroflow(record, { index, catalog }).variablesByName.get(name);
  if (owner && owner.element.id !== element) return fieldMessages.variableTaken(name);
  return nameFault(name);
}

/** The elements of a microflow that name a variable, with its new name in them; the one that makes it included. */
export function withRenamedVariable(
  project: StudioProject,
  microflow: string,
  { from, to }: { readonly from: string; readonly to: string },
): ElementRecord[] {
  const record = project.record(microflow);
  if (record?.type !== "microflow" || from === to) return [];
  const { index, catalog } = project;
  const analysis = analyseMicroflow(record, { index, catalog });
  const variable = (name: string) => variableType(analysis, name);
  return elementsOf(project.index, microflow).flatMap((element) => {
    const renamed = renameInElement(
      element,
      ({ kind, name }) => (kind === "variable" && name === from ? to : undefined),
      { index, catalog, variable },
    );
    return renamed === element ? [] : [renamed];
  });
}

/** Gives a variable another name wherever it is used, as one step. */
export function renameVariable(
  project: StudioProject,
  microflow: string,
  names: { readonly from: string; readonly to: string },
): void {
  const renamed = withRenamedVariable(project, microflow, names);
  project.store.transact(canvasMessages.steps.rename(names.from), (transaction: Transaction) => {
    for (const element of renamed) transaction.put(element);
  });
}

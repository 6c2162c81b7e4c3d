import { end } from "@rivulet/activities";
import { analyseMicroflow } from "@rivulet/checks";
import type { ElementRecord } from "@rivulet/model";
import { canvasMessages } from "../messages/canvas-messages.ts";
import type { StudioProject } from "../project/studio-project.ts";
import { elementsOf } from "./usages.ts";

/** The variable that an element makes for what comes after it: an activity's result, a parameter. */
export function variableOf(project: StudioProject, microflow: string, element: ElementRecord) {
  const record = project.record(microflow);
  if (record?.type !== "microflow") return undefined;
  const { index, catalog } = project;
  const { variables } = analyseMicroflow(record, { index, catalog });
  return variables.find(
    (variable) =>
      variable.element.id === element.id && variable.reach !== "inside" && variable.field !== undefined,
  );
}

/** The end events of a microflow; an error event gives nothing back. */
export function endsOf(project: StudioProject, microflow: string): ElementRecord[] {
  return elementsOf(project.index, microflow).filter(({ kind }) => kind === end.kind);
}

/**
 * Lets end events give a variable back. The microflow takes the variable's type while it still returns nothing (seed,
 * step 48). One step.
 */
export function setReturnValue(
  project: StudioProject,
  microflow: string,
  { element, ends }: { readonly element: ElementRecord; readonly ends: readonly ElementRecord[] },
): void {
  const variable = variableOf(project, microflow, element);
  const record = project.record(microflow);
  if (!variable || record?.type !== "microflow") return;
  const { name, type } = variable;
  project.store.transact(canvasMessages.steps.returnValue(name), (transaction) => {
    for (const { id, fields } of ends)
      transaction.update("element", id, { fields: { ...fields, returnValue: `$${name}` } });
    if (record.returnType.kind === "nothing" && type.kind !== "unknown")
      transaction.update("microflow", microflow, { returnType: type });
  });
}

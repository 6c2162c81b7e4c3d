import type { ElementRecord, ErrorHandling } from "@rivulet/model";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import type { StudioProject } from "../../project/studio-project.ts";
import { type Drawing, select } from "../drawing.ts";
import { handleErrors, isCustom, setErrorHandler } from "../editing/error-handling.ts";

const { steps } = canvasMessages;

/** Whether an element may have an error handler of its own. */
export function canHaveHandler(project: StudioProject, element: ElementRecord): boolean {
  return project.catalog.find(element.kind)?.errorHandling.some(isCustom) ?? false;
}

/** Draws an error handler of an element and selects its first activity, or takes the handler away. */
export function toggleErrorHandler(drawing: Drawing, element: ElementRecord): void {
  const handling = isCustom(element.errorHandling) ? undefined : "customWithRollback";
  let drawn: string | undefined;
  drawing.project.store.transact(steps.addErrorHandler, (transaction) => {
    drawn = handleErrors(transaction, element.id, handling);
  });
  if (drawn !== undefined) select(drawing, [drawn]);
}

/** Says how the errors of an element are handled; what that needs is drawn. */
export function changeErrorHandling(
  project: StudioProject,
  element: string,
  errorHandling: ErrorHandling | undefined,
): void {
  project.store.transact(steps.errorHandling, (transaction) => {
    handleErrors(transaction, element, errorHandling);
  });
}

/** Makes a flow an error handler, or an ordinary one again. */
export function markErrorHandler(project: StudioProject, flow: string, isErrorHandler: boolean): void {
  project.store.transact(steps.errorHandling, (transaction) =>
    setErrorHandler(transaction, flow, isErrorHandler),
  );
}

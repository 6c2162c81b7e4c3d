import { errorEvent } from "@rivulet/activities";
import type { ErrorHandling } from "@rivulet/model";
import { elementTitle } from "../graph/element-title.ts";
import type { FlowEdge, FlowNode } from "../graph/flow-graph.ts";
import { latestError } from "../scope/declarations.ts";
import type { StructureCheck } from "./structure-check.ts";

/** How messages call the kinds of error handling. */
const labels: Readonly<Record<ErrorHandling, string>> = {
  customWithRollback: "Custom with rollback",
  customWithoutRollback: "Custom without rollback",
  continue: "Continue",
};

function isCustom(handling: ErrorHandling | undefined): boolean {
  return handling === "customWithRollback" || handling === "customWithoutRollback";
}

/** What an element says of its errors, which the drawing has to match. */
function checkSetting(node: FlowNode, handlers: readonly FlowEdge[], { report }: StructureCheck): void {
  const { errorHandling } = node.element;
  if (errorHandling === undefined) return;
  const at = { record: node.element.id, field: "errorHandling" };
  const title = elementTitle(node);
  if (node.definition && !node.definition.errorHandling.includes(errorHandling)) {
    const message = `${title} cannot handle errors with "${labels[errorHandling]}". Choose another error handling.`;
    report.add({ ...at, code: "error-handling-not-allowed", message });
  } else if (isCustom(errorHandling) && handlers.length === 0) {
    const message = `${title} has the error handling "${labels[errorHandling]}" and no error handler. Draw a flow from it and set it as error handler, or choose Rollback.`;
    report.add({ ...at, code: "missing-error-handler", message });
  }
}

/** The flows that leave an element as error handlers. */
function checkHandlers(node: FlowNode, handlers: readonly FlowEdge[], { report }: StructureCheck): void {
  const title = elementTitle(node);
  const canHandle = node.definition?.errorHandling.some(isCustom) ?? true;
  for (const [position, { flow }] of handlers.entries()) {
    const at = { record: flow.id };
    if (!canHandle) {
      const message = `${title} has no error handler: remove this flow, or let it leave the activity that may fail.`;
      report.add({ ...at, code: "error-handler-not-allowed", message });
    } else if (!isCustom(node.element.errorHandling)) {
      const message = `This error handler is never used, because the errors of ${title} are handled otherwise. Choose "${labels.customWithRollback}" or "${labels.customWithoutRollback}" there, or remove the flow.`;
      report.add({ ...at, code: "unused-error-handler", message });
    } else if (position > 0) {
      const message = `${title} has an error handler already. Remove this one, and tell errors apart behind the first by a decision on $${latestError}/ErrorType.`;
      report.add({ ...at, code: "duplicate-error-handler", message });
    }
    if (flow.outcomes && flow.outcomes.length > 0) {
      const message = `An error handler takes whatever no outcome foresees: take ${flow.outcomes.join(", ")} off this flow.`;
      report.add({ ...at, code: "outcome-not-expected", field: "outcomes", message });
    }
  }
}

/** An error event hands on an error, so there has to be one on every way to it. */
function checkErrorEvent({ element, isReachable }: FlowNode, { analysis, report }: StructureCheck): void {
  if (!isReachable || analysis.scopeAt(element.id).variable(latestError)) return;
  const message =
    "No error is being handled on every way to this error event. Lead only flows to it that come from error handlers, or use an end event.";
  report.add({ code: "no-error-to-raise", record: element.id, message });
}

/** Error handlers, the elements that have them, and the error events behind them. */
export function checkErrorHandling(check: StructureCheck): void {
  for (const node of check.analysis.graph.nodes.values()) {
    const handlers = node.outgoing.filter(({ isErrorHandler }) => isErrorHandler);
    checkSetting(node, handlers, check);
    checkHandlers(node, handlers, check);
    if (node.element.kind === errorEvent.kind && !node.isSkipped) checkErrorEvent(node, check);
  }
}

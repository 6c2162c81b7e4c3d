import type { ActivityCatalog } from "@rivulet/activities";
import type { Transaction } from "@rivulet/document";
import type { SequenceFlowRecord } from "@rivulet/model";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import {
  type ConnectionEnds,
  connectionFault,
  type FlowView,
  flowsFrom,
  waysOn,
} from "./connection-rules.ts";
import { forgetHandler, isCustom, setErrorHandler } from "./error-handling.ts";

/** Why the errors of an element cannot be handled by one more flow. */
function handlerFault(view: FlowView, catalog: ActivityCatalog, from: string): string | undefined {
  const source = view.get(from);
  const definition = source?.type === "element" ? catalog.find(source.kind) : undefined;
  if (!definition?.errorHandling.some(isCustom)) return canvasMessages.faults.noErrors;
  return flowsFrom(view, from).some(({ isErrorHandler }) => isErrorHandler)
    ? canvasMessages.faults.handledAlready
    : undefined;
}

/**
 * Why a flow cannot be led to other ends, as a sentence; `undefined` when it can. What leads on by one way only keeps
 * it: a flow that comes from elsewhere does not take its place unasked.
 *
 * @example reconnectionFault(view, catalog, flow, { from: flow.from, to: end.id })
 */
export function reconnectionFault(
  view: FlowView,
  catalog: ActivityCatalog,
  flow: SequenceFlowRecord,
  ends: ConnectionEnds,
): string | undefined {
  const { from, to } = ends;
  if (flow.from === from && flow.to === to) return undefined;
  const fault = connectionFault(view, catalog, ends);
  if (fault !== undefined || flow.from === from) return fault;
  if (flow.isErrorHandler) return handlerFault(view, catalog, from);
  const source = view.get(from);
  const leaves = source?.type === "element" ? catalog.find(source.kind)?.outcomes.kind : undefined;
  return leaves === "next" && waysOn(view, catalog, from).length > 0
    ? "It leads somewhere already. Take that flow away first, or lead its end elsewhere."
    : undefined;
}

/**
 * Leads a flow from and to other elements, where {@link reconnectionFault} has nothing against it. An error handler
 * goes with the error handling; an outcome belongs to what it left.
 */
export function reconnect(transaction: Transaction, flow: SequenceFlowRecord, ends: ConnectionEnds): void {
  if (flow.from === ends.from) {
    transaction.update("sequenceFlow", flow.id, { ...ends });
    return;
  }
  forgetHandler(transaction, flow);
  transaction.update("sequenceFlow", flow.id, { ...ends, outcomes: undefined });
  if (flow.isErrorHandler) setErrorHandler(transaction, flow.id, true);
}

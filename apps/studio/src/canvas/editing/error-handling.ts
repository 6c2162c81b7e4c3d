import { errorEvent, logMessage } from "@rivulet/activities";
import type { Transaction } from "@rivulet/document";
import { type ElementRecord, type ErrorHandling, newRecordId, type SequenceFlowRecord } from "@rivulet/model";
import { elementGap } from "../geometry.ts";
import { flowsFrom } from "./connection-rules.ts";
import { elementSize, growLoop, place, positionOf } from "./placement.ts";

/** Whether an element with this error handling has a flow for its errors. */
export function isCustom(handling: ErrorHandling | undefined): boolean {
  return handling === "customWithRollback" || handling === "customWithoutRollback";
}

/** The flow that leaves an element as its error handler. */
function handlerOf(transaction: Transaction, element: string): SequenceFlowRecord | undefined {
  return flowsFrom(transaction, element).find(({ isErrorHandler }) => isErrorHandler);
}

function addBeside(
  transaction: Transaction,
  element: ElementRecord,
  { of, right, below }: { readonly of: string; readonly right: number; readonly below: number },
): void {
  transaction.add(element);
  const { x, y } = positionOf(transaction, of);
  const from = elementSize(transaction, of);
  const { height } = elementSize(transaction, element.id);
  const middle = below > 0 ? from.height + below : (from.height - height) / 2;
  place(transaction, element.id, { x: x + right, y: y + middle });
}

/**
 * Draws an error handler below an element: it logs the error and hands it on, so that the microflow fails as before
 * until somebody decides otherwise. Gives the id of its first activity.
 */
function drawHandler(transaction: Transaction, origin: ElementRecord): string {
  const { id: from, parent } = origin;
  const logs: ElementRecord = {
    id: newRecordId(),
    type: "element",
    parent,
    kind: logMessage.kind,
    fields: { level: "error", message: "$latestError/Message" },
  };
  const raises: ElementRecord = {
    id: newRecordId(),
    type: "element",
    parent,
    kind: errorEvent.kind,
    fields: {},
  };
  addBeside(transaction, logs, { of: from, right: 0, below: elementGap + 32 });
  const { width } = elementSize(transaction, logs.id);
  addBeside(transaction, raises, { of: logs.id, right: width + elementGap, below: 0 });
  const flow = { type: "sequenceFlow", parent } as const;
  transaction.add({ ...flow, id: newRecordId(), from, to: logs.id, isErrorHandler: true });
  transaction.add({ ...flow, id: newRecordId(), from: logs.id, to: raises.id });
  growLoop(transaction, parent);
  return logs.id;
}

/**
 * Says how the errors of an element are handled. A custom handling needs an error handler: it is drawn where there is
 * none, and its flow goes with the handling. Gives the id of what was drawn.
 */
export function handleErrors(
  transaction: Transaction,
  id: string,
  errorHandling: ErrorHandling | undefined,
): string | undefined {
  const element = transaction.get(id);
  if (element?.type !== "element") return undefined;
  transaction.update("element", id, { errorHandling });
  const handler = handlerOf(transaction, id);
  if (!isCustom(errorHandling) && handler) transaction.remove(handler.id);
  return isCustom(errorHandling) && !handler ? drawHandler(transaction, element) : undefined;
}

/** Makes a flow the error handler of the element that it leaves, or an ordinary flow again. */
export function setErrorHandler(transaction: Transaction, id: string, isErrorHandler: boolean): void {
  const flow = transaction.get(id);
  const source = flow?.type === "sequenceFlow" ? transaction.get(flow.from) : undefined;
  if (flow?.type !== "sequenceFlow" || source?.type !== "element") return;
  const before = handlerOf(transaction, source.id);
  if (isErrorHandler && before) transaction.update("sequenceFlow", before.id, { isErrorHandler: undefined });
  transaction.update("sequenceFlow", id, {
    isErrorHandler: isErrorHandler || undefined,
    ...(isErrorHandler ? { outcomes: undefined } : {}),
  });
  const keeps = isCustom(source.errorHandling) ? source.errorHandling : "customWithRollback";
  transaction.update("element", source.id, { errorHandling: isErrorHandler ? keeps : undefined });
}

/** An element whose error handler was taken away hands its errors on again. */
export function forgetHandler(transaction: Transaction, { from, isErrorHandler }: SequenceFlowRecord): void {
  const source = transaction.get(from);
  if (!isErrorHandler || source?.type !== "element" || !isCustom(source.errorHandling)) return;
  transaction.update("element", from, { errorHandling: undefined });
}

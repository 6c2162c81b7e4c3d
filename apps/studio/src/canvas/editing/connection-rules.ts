import type { ActivityCatalog } from "@rivulet/activities";
import { isExceptionalFlow } from "@rivulet/checks";
import type { ElementRecord, ProjectRecord, SequenceFlowRecord } from "@rivulet/model";
import { canvasMessages } from "../../messages/canvas-messages.ts";

const { faults } = canvasMessages;

/** What the rules look at: the transaction while something is changed, the project while somebody points. */
export interface FlowView {
  readonly get: (id: string) => ProjectRecord | undefined;
  readonly records: () => Iterable<ProjectRecord>;
}

/** Two elements that a sequence flow joins, or is to join. */
export interface ConnectionEnds {
  readonly from: string;
  readonly to: string;
}

/** The sequence flows that leave an element. */
export function flowsFrom(view: FlowView, id: string): SequenceFlowRecord[] {
  return sequenceFlows(view).filter((flow) => flow.from === id);
}

/** The flows by which a run leaves an element that is done: no error handler, no named outcome of an activity. */
export function waysOn(view: FlowView, catalog: ActivityCatalog, id: string): SequenceFlowRecord[] {
  const source = elementOf(view, id);
  const definition = source && catalog.find(source.kind);
  return flowsFrom(view, id).filter((flow) => !isExceptionalFlow(flow, definition));
}

/** The sequence flows that lead to an element. */
export function flowsTo(view: FlowView, id: string): SequenceFlowRecord[] {
  return sequenceFlows(view).filter((flow) => flow.to === id);
}

function sequenceFlows(view: FlowView): SequenceFlowRecord[] {
  const flows: SequenceFlowRecord[] = [];
  for (const record of view.records()) if (record.type === "sequenceFlow") flows.push(record);
  return flows;
}

function elementOf(view: FlowView, id: string): ElementRecord | undefined {
  const record = view.get(id);
  return record?.type === "element" ? record : undefined;
}

/**
 * Why two elements cannot be joined, as a sentence; `undefined` when they can. Asked by drawing, reconnecting and
 * pasting alike.
 *
 * @example connectionFault(view, catalog, end.id, start.id) // "Nothing can follow an end event."
 */
export function connectionFault(
  view: FlowView,
  catalog: ActivityCatalog,
  { from, to }: ConnectionEnds,
): string | undefined {
  const source = elementOf(view, from);
  const target = elementOf(view, to);
  if (!source || !target) return faults.endGone;
  if (from === to) return faults.joinsItself;
  if (source.parent !== target.parent) return faults.crossesLoop;
  const leaves = catalog.find(source.kind)?.outcomes.kind ?? "next";
  if (leaves === "end") return faults.afterEnd;
  if (leaves === "none" || catalog.find(target.kind)?.outcomes.kind === "none") {
    return faults.notInSequence;
  }
  if (target.kind === "start") return faults.beforeStart;
  if (waysOn(view, catalog, from).some((flow) => flow.to === to) && leaves === "next")
    return faults.joinedAlready;
  return undefined;
}

import { type ElementRecord, newRecordId } from "@rivulet/model";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import type { StudioProject } from "../../project/studio-project.ts";
import type { Drawing } from "../drawing.ts";
import { type ConnectionEnds, connectionFault, type FlowView } from "../editing/connection-rules.ts";
import { connect } from "../editing/edit-flow.ts";
import { connectAs, type FlowWay, type SideWay, sideWays, waysToChoose } from "../editing/flow-ways.ts";
import { freeOutcome } from "../editing/outcomes.ts";
import { reconnect, reconnectionFault } from "../editing/reconnect.ts";

/** Joins two elements, by an ordinary flow unless it is said what the flow is for; returns why that cannot be. */
export function connectElements(
  { project }: Drawing,
  { from, to }: ConnectionEnds,
  way: FlowWay = { kind: "ordinary" },
): string | undefined {
  if (joinsAnnotation(project, from, to)) return annotate(project, from, to);
  let fault: string | undefined;
  project.store.transact(canvasMessages.steps.connect, (transaction) => {
    if (way.kind !== "ordinary") {
      fault = connectAs(transaction, project.catalog, { from, to }, way);
      return;
    }
    const outcome = freeOutcome(transaction, project.catalog, from);
    fault = connect(transaction, project.catalog, { from, to, ...outcome });
  });
  return fault;
}

/** What a flow that is drawn from an element may be meant for, when there is more than one answer. */
export function waysFrom({ project }: Drawing, from: string): readonly FlowWay[] {
  const source = project.record(from);
  return source?.type === "element" ? waysToChoose(viewOf(project), project.catalog, source) : [];
}

/** What a flow between two elements may be meant for, when there is more than one answer. */
export function waysBetween(drawing: Drawing, { from, to }: ConnectionEnds): readonly FlowWay[] {
  return joinsAnnotation(drawing.project, from, to) ? [] : waysFrom(drawing, from);
}

/** The ways beside the ordinary one that could be drawn from an element and are not. */
export function sideWaysOf({ project }: Drawing, element: ElementRecord): readonly SideWay[] {
  return sideWays(viewOf(project), project.catalog, element);
}

/** Why two elements cannot be joined; `undefined` when they can. */
export function faultBetween({ project }: Drawing, { from, to }: ConnectionEnds): string | undefined {
  if (joinsAnnotation(project, from, to)) return undefined;
  return connectionFault(viewOf(project), project.catalog, { from, to });
}

/** Why a flow cannot be led from and to other elements; `undefined` when it can. */
export function reconnectionFaultOf(
  { project }: Drawing,
  flow: string,
  ends: ConnectionEnds,
): string | undefined {
  const present = project.record(flow);
  if (present?.type === "annotationFlow") return noteFault(project, ends);
  if (present?.type !== "sequenceFlow") return undefined;
  return reconnectionFault(viewOf(project), project.catalog, present, ends);
}

/** Leads a flow, or the line of a note, from and to other elements; returns why that cannot be. */
export function reconnectFlow(
  drawing: Drawing,
  flow: string,
  { from, to }: ConnectionEnds,
): string | undefined {
  const present = drawing.project.record(flow);
  if (present?.type !== "sequenceFlow" && present?.type !== "annotationFlow") return undefined;
  const fault = reconnectionFaultOf(drawing, flow, { from, to });
  if (fault !== undefined || (present.from === from && present.to === to)) return fault;
  drawing.project.store.transact(canvasMessages.steps.reconnect, (transaction) => {
    if (present.type === "sequenceFlow") reconnect(transaction, present, { from, to });
    else transaction.update("annotationFlow", flow, { from, to });
  });
  return undefined;
}

/** The project as the rules of connections look at it. */
export function viewOf({ store: { records } }: StudioProject): FlowView {
  return { get: (id: string) => records.get(id), records: () => records.values() };
}

function joinsAnnotation(project: StudioProject, from: string, to: string): boolean {
  return [from, to].some((id) => {
    const record = project.record(id);
    return record?.type === "element" && record.kind === "annotation";
  });
}

/** Why the line of a note cannot lead between two elements. */
function noteFault(project: StudioProject, { from, to }: ConnectionEnds): string | undefined {
  if (from === to || !joinsAnnotation(project, from, to)) return canvasMessages.faults.lineOfNote;
  const source = project.record(from);
  const target = project.record(to);
  const isNear = source?.type === "element" && target?.type === "element" && source.parent === target.parent;
  return isNear ? undefined : canvasMessages.faults.noteElsewhere;
}

function annotate(project: StudioProject, from: string, to: string): string | undefined {
  const source = project.record(from);
  const target = project.record(to);
  if (source?.type !== "element" || target?.type !== "element" || from === to) return undefined;
  if (source.parent !== target.parent) return canvasMessages.faults.noteElsewhere;
  const { parent } = source;
  project.store.transact(canvasMessages.steps.annotate, (transaction) =>
    transaction.add({ id: newRecordId(), type: "annotationFlow", parent, from, to }),
  );
  return undefined;
}

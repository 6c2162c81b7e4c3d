import type { ActivityDefinition } from "@rivulet/activities";
import type { ElementRecord, MicroflowRecord, SequenceFlowRecord } from "@rivulet/model";

/** A sequence flow between two elements of one graph. */
export interface FlowEdge {
  readonly flow: SequenceFlowRecord;
  readonly from: FlowNode;
  readonly to: FlowNode;
  /** Taken when `from` fails and no named outcome foresaw it; behind it there is `$latestError`. */
  readonly isErrorHandler: boolean;
  /** Taken when `from` is not done: an error handler, or a named outcome of an activity. */
  readonly isExceptional: boolean;
  /** Leads back to an element that is on the way to it: that draws a repetition. */
  readonly isBackward: boolean;
}

/** An element with the flows that lead to it and leave it. */
export interface FlowNode {
  readonly element: ElementRecord;
  /** `undefined` when no activity of that kind is known. */
  readonly definition: ActivityDefinition | undefined;
  readonly incoming: readonly FlowEdge[];
  /** In the order of the records. */
  readonly outgoing: readonly FlowEdge[];
  /** Whether a way leads to it from where its graph begins. */
  readonly isReachable: boolean;
  /** It, or something around it, is disabled: a run passes over it. */
  readonly isSkipped: boolean;
  /** What is inside it, for an element that has a body. */
  readonly body: FlowGraph | undefined;
}

/** Why a sequence flow is no edge of any graph. */
export type RefusalReason =
  /** An end of it names no element of this microflow. */
  | "missing-end"
  /** Its ends are in different bodies. */
  | "crosses-border"
  /** An end is a parameter or an annotation. */
  | "outside-sequence"
  | "into-start"
  | "out-of-end"
  /** It leads from an element to itself. */
  | "to-itself";

/** A sequence flow that was left out of the graphs. */
export interface RefusedFlow {
  readonly flow: SequenceFlowRecord;
  readonly reason: RefusalReason;
}

/** The elements of a microflow, or of the body of a loop, and the flows between them. */
export interface FlowGraph {
  /** The microflow, or the element whose body this is. */
  readonly container: MicroflowRecord | ElementRecord;
  /**
   * The elements that are part of the sequence: first the reachable ones, each behind those that lead to it (backward
   * flows passed over), then the others in the same manner.
   */
  readonly nodes: readonly FlowNode[];
  /** Where it can begin: start events; in a body the elements that no flow leads to. A sound graph has one. */
  readonly entries: readonly FlowNode[];
  /** Where it begins: the first of the entries. */
  readonly entry: FlowNode | undefined;
  /** Parameters and annotations: elements that are not part of the sequence. */
  readonly apart: readonly FlowNode[];
}

/** The graphs of a microflow. */
export interface MicroflowGraph {
  /** The elements at the top; bodies hang at their nodes. */
  readonly top: FlowGraph;
  /** Every element by id, in bodies too. */
  readonly nodes: ReadonlyMap<string, FlowNode>;
  /** The graph in which an element is, by the element's id. */
  readonly graphs: ReadonlyMap<string, FlowGraph>;
  readonly refusedFlows: readonly RefusedFlow[];
}

import type { ActivitySource } from "../activity-compiler.ts";
import type { Op, OpFunction } from "../op.ts";
import type { Next } from "../program.ts";

/** An element of a microflow's structure, and where each of its ways leads. */
export interface StructureSource extends Omit<ActivitySource, "next"> {
  /** The number of the element's first op. */
  readonly pc: Next;
  /** The op at the end of the one way that leaves the element. */
  next(): Next;
  /** The op that follows an outcome: `true`, a key, `(empty)`; `undefined` when no flow is drawn for it. */
  nextFor(outcome: string): Next | undefined;
  /** The first op of the body; `undefined` when nothing is in it. */
  bodyEntry(): Next | undefined;
  /** The number of the element's loop among those of the microflow. */
  readonly loop: number;
}

/** How an element of the structure becomes ops, as many as it says it needs. */
export interface StructureLowering {
  readonly opCount: number;
  lower(source: StructureSource): readonly (Op | OpFunction)[];
}

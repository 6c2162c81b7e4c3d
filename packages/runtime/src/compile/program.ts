import type { ElementRecord } from "@rivulet/model";
import type { DataType, QualifiedName } from "@rivulet/values";
import type { ErrorWays } from "./error-ways.ts";
import type { Op } from "./op.ts";

/**
 * Where a run goes on after an op: the number of the next op, or one of the signals made by {@link frameChanged}
 * and {@link afterMuchWork}.
 */
export type Next = number;

/** A microflow was entered or left: the run goes on where its frame says. */
export const frameChanged: Next = -1;

/**
 * Goes on at `next`, but lets the run look at the clock first: for an op whose work grows with its data.
 *
 * @example return list.items.length > 1_000 ? afterMuchWork(next) : next;
 */
export function afterMuchWork(next: Next): Next {
  return -2 - next;
}

/**
 * The op behind a signal of {@link afterMuchWork}, which is its own inverse.
 *
 * @alias
 */
export const nextAfterMuchWork: (signal: Next) => Next = afterMuchWork;

/** Which element an op belongs to, for errors, traces and breakpoints. */
export interface OpPlace {
  readonly element: ElementRecord;
  /** The field whose expression the op evaluates, where there is only one. */
  readonly field?: string;
}

/** A parameter of a compiled microflow. */
export interface ProgramParameter {
  readonly name: string;
  readonly type: DataType;
  readonly isRequired: boolean;
  /** Where a frame holds it. */
  readonly slot: number;
}

/** Where a frame holds a special variable of the run. */
export interface SpecialSlot {
  readonly name: string;
  readonly slot: number;
}

/**
 * A compiled microflow. It holds nothing of a run, so any number of runs share it; other microflows are found by name
 * when they are called.
 */
export interface Program {
  readonly microflow: QualifiedName;
  readonly parameters: readonly ProgramParameter[];
  readonly returnType: DataType;
  /** Whether its expressions match regular expressions. */
  readonly needsPatterns: boolean;
  readonly slotCount: number;
  /** The special variables that it uses, which the run brings, and where a frame holds them. */
  readonly specials: readonly SpecialSlot[];
  /** The op with which a run begins. */
  readonly entry: Next;
  readonly ops: readonly Op[];
  /** The place of each op. */
  readonly places: readonly OpPlace[];
  /** Where a run goes on when an op fails, by op; where there is nothing the error goes to the caller. */
  readonly errorWays: readonly (ErrorWays | undefined)[];
}

/** The compiled microflows of a project. */
export interface Programs {
  /** Throws for a microflow that does not exist or has errors: checks come first. */
  programOf(microflow: QualifiedName): Program;
}

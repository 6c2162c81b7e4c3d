import type { ElementRecord } from "@rivulet/model";
import type { DataType } from "@rivulet/values";

/**
 * A variable of a microflow. Names are unique in a whole microflow, in bodies too (reference logic.md 1.2); only
 * `currentIndex` is there once for each loop, and the innermost one counts.
 */
export interface MicroflowVariable {
  /** Without the `$`. */
  readonly name: string;
  /** `unknown` when it cannot be told, because what it depends on is missing or wrong: that is said there. */
  readonly type: DataType | { readonly kind: "unknown" };
  /** Its number among the variables of the microflow, from 0 without gaps. The same object stands for the same slot. */
  readonly slot: number;
  /** What makes it: an activity, a parameter, the loop inside which it exists, the first element with an error handler. */
  readonly element: ElementRecord;
  /** The field that names it; `undefined` for `currentIndex` and `latestError`, which nobody names. */
  readonly field: string | undefined;
  /**
   * Where it exists: `everywhere` for parameters, `inside` a body, `after` the activity on every way over it, or where
   * an error is `handling`: behind error handlers.
   */
  readonly reach: "everywhere" | "after" | "inside" | "handling";
}

/** A variable that nobody makes: the run brings it into every microflow (`$currentUser`). */
export interface SpecialVariable {
  /** Without the `$`. */
  readonly name: string;
  readonly type: DataType;
  readonly reach: "run";
}

/** What an expression of a microflow can use. */
export type AvailableVariable = MicroflowVariable | SpecialVariable;

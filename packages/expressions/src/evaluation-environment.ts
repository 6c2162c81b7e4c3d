import type { EntityObject, QualifiedName, Value } from "@rivulet/values";

/** How half of the last digit is rounded: away from zero, or to the even neighbour (reference logic.md 3.3). */
export type RoundingMode = "HalfUp" | "HalfEven";

/** The days of the week, by their English names. */
export type Weekday = "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday";

/**
 * Everything that an expression can depend on besides its variables. Nothing is ever read from the process: the
 * same environment and variables give the same result on any machine.
 */
export interface EvaluationEnvironment {
  /** IANA name, such as `Europe/Amsterdam`. */
  readonly timeZone: string;
  /** Language and country, such as `en_US` or `en-US`. */
  readonly locale: string;
  /** Language tag of captions. */
  readonly language: string;
  readonly firstDayOfWeek: Weekday;
  readonly roundingMode: RoundingMode;
  /** The present time in epoch milliseconds. */
  clock(): number;
  /** A number from 0 to below 1. */
  random(): number;
  /** The value of a constant in the active configuration, in the representation of its type. */
  constant(name: QualifiedName): Value;
  /** Whether the object was created and never committed. */
  isNew(object: EntityObject): boolean;
}

/** What a compiled expression reads: the variables of a run by slot, and the environment. */
export interface EvaluationFrame {
  readonly slots: readonly Value[];
  readonly environment: EvaluationEnvironment;
}

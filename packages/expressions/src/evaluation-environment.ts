import type { EntityObject, QualifiedName, RoundingMode, Value } from "@rivulet/values";

/** The days of the week, by their English names. */
export type Weekday = "Monday" | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday";

/** What is known about time zones; `zone` is an IANA name. Instants are epoch milliseconds. */
export interface TimeZones {
  /** Milliseconds that wall time is ahead of UTC at an instant. */
  offsetAt(instant: number, zone: string): number;
  /**
   * The instant of a wall time, given in milliseconds as if it were UTC. A wall time that a change of the clock
   * skips moves forward by the length of the gap; of one that occurs twice the first is taken.
   */
  instantOf(wallTime: number, zone: string): number;
}

/** A regular expression that was made ready. */
export interface CompiledPattern {
  /** Whether it describes the whole text. */
  matches(text: string): boolean;
  /** Where it occurs, from left to right and not overlapping, as offsets in UTF-16 units. */
  occurrences(text: string): Iterable<readonly [from: number, to: number]>;
}

/**
 * An engine for regular expressions whose work is linear in the length of the text, such as `re2Patterns` of
 * `@rivulet/expressions/patterns`.
 */
export interface Patterns {
  /** Throws an `Error` with a sentence when the pattern, in RE2 syntax, cannot be understood. */
  compile(source: string): CompiledPattern;
}

/**
 * Everything that an expression can depend on besides its variables. Nothing is ever read from the process: the
 * same environment and variables give the same result on any machine.
 */
export interface EvaluationEnvironment {
  /** IANA name, such as `Europe/Amsterdam`. */
  readonly timeZone: string;
  readonly timeZones: TimeZones;
  /** Asked only by expressions whose check says `needsPatterns`, so it can be loaded for them. */
  readonly patterns: Patterns;
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

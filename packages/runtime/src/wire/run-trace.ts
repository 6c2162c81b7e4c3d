import type { JsonValue } from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";

/** How an element came out, the last time that it was executed; `handled`: it failed, and the run went on from it. */
export type ElementStatus = "running" | "done" | "failed" | "handled";

/** The error of an element that failed. */
export type TracedError = {
  readonly code: string;
  readonly message: string;
  /** How the run went on from the element; left out where the error went to the caller. */
  readonly handledBy?: "outcome" | "errorHandler" | "continue";
};

/** What is known of one element of a run. Durations are milliseconds. */
export type ElementTrace = {
  readonly microflow: QualifiedName;
  /** How often it was begun. */
  readonly count: number;
  readonly lastDuration: number;
  readonly totalDuration: number;
  readonly status: ElementStatus;
  /** Its place in the order in which elements were first reached, from 1. */
  readonly order: number;
};

/** A variable at a step. Values are value JSON, cut to a bounded size. */
export type TracedVariable = {
  readonly name: string;
  /** As `formatDataType` writes it: `List(Shop.Order)`. */
  readonly type: string;
  /** Left out where the variable was not there yet, or stayed as it was. */
  readonly before?: JsonValue;
  readonly after: JsonValue;
  readonly isChanged: boolean;
};

/** One execution of an element whose values were kept. */
export type TraceStep = {
  /** Counts all executions of the run, from 1; what was not kept leaves a gap. */
  readonly number: number;
  /** Which execution of its element it is, from 1. */
  readonly round: number;
  readonly element: string;
  readonly microflow: QualifiedName;
  /** How many microflows had called each other. */
  readonly depth: number;
  readonly duration: number;
  readonly status: ElementStatus;
  readonly error?: TracedError;
  readonly variables: readonly TracedVariable[];
};

/** The last item of a list that was cut is `{ "$cut": 140 }`: so many items more. In the place of a whole value: it was too large. */
export const cutMark = "$cut";

/**
 * What a traced run did. It is bounded whatever the run does: of each element the first executions and then ever rarer
 * ones are kept with their values, and those that failed.
 */
export type RunTrace = {
  /** By the id of the element. */
  readonly elements: Readonly<Record<string, ElementTrace>>;
  /** How often each sequence flow was taken, by its id. */
  readonly flows: Readonly<Record<string, number>>;
  readonly steps: readonly TraceStep[];
  /** How many elements were executed. */
  readonly stepCount: number;
  /** So many of the kept steps were left out when the trace was written down, because all were too large. */
  readonly cutSteps?: number;
};

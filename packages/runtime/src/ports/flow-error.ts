import type { JsonValue } from "@rivulet/model";
import type { FlowErrorJson } from "../wire/run-view.ts";

/** Where in the project a run failed. */
export interface FlowErrorPlace {
  readonly microflow?: string;
  /** Id of the element. */
  readonly activity?: string;
  /** Caption of the element, as people see it. */
  readonly caption?: string;
  readonly field?: string;
}

/** What an error is made of. */
export interface FlowErrorParts {
  /** Stable, lower case with hyphens: `missing-region`, `aws-access-denied`, `step-limit`. */
  readonly code: string;
  /** What happened, why, and what to do. */
  readonly message: string;
  readonly place?: FlowErrorPlace;
  readonly isRetryable?: boolean;
  readonly details?: JsonValue;
  /** False for what no error handler may stop: a limit, an abort. */
  readonly isCatchable?: boolean;
  readonly cause?: unknown;
}

function causeJson(cause: unknown): FlowErrorJson["cause"] {
  if (cause === undefined || cause === null) return null;
  if (cause instanceof FlowError) return cause.toJSON();
  return { message: cause instanceof Error ? cause.message : "An unknown failure." };
}

/** A failed run. Everything that a run throws is one of these. */
export class FlowError extends Error {
  override readonly name = "FlowError";
  readonly code: string;
  readonly isRetryable: boolean;
  readonly details: JsonValue;
  /** Whether an error handler may handle it. */
  readonly isCatchable: boolean;
  /** Filled in by the runtime where the error leaves an element without a place. */
  place: FlowErrorPlace;

  constructor(parts: FlowErrorParts) {
    const {
      code,
      message,
      place = {},
      isRetryable = false,
      details = null,
      isCatchable = true,
      cause,
    } = parts;
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.place = place;
    this.isRetryable = isRetryable;
    this.details = details;
    this.isCatchable = isCatchable;
  }

  toJSON(): FlowErrorJson {
    const { code, message, isRetryable, details } = this;
    const { microflow = null, activity = null } = this.place;
    return { code, message, microflow, activity, isRetryable, details, cause: causeJson(this.cause) };
  }
}

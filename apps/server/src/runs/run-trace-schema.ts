import * as z from "zod/mini";

const status = z.enum(["running", "done", "failed", "handled"]);
const milliseconds = z.number();

const elementTrace = z.object({
  microflow: z.string(),
  /** How often it was begun. */
  count: z.int(),
  lastDuration: milliseconds,
  totalDuration: milliseconds,
  status,
  /** Its place in the order in which elements were first reached, from 1. */
  order: z.int(),
});

const tracedVariable = z.object({
  name: z.string(),
  type: z.string(),
  /** Left out where the variable was not there yet, or stayed as it was. */
  before: z.optional(z.unknown()),
  after: z.unknown(),
  isChanged: z.boolean(),
});

const traceStep = z.object({
  number: z.int(),
  round: z.int(),
  element: z.string(),
  microflow: z.string(),
  depth: z.int(),
  duration: milliseconds,
  status,
  error: z.optional(
    z.object({
      code: z.string(),
      message: z.string(),
      /** How the run went on from the element; left out where the error went to the caller. */
      handledBy: z.optional(z.enum(["outcome", "errorHandler", "continue"])),
    }),
  ),
  variables: z.array(tracedVariable),
});

/** What a run did, as the API answers it. */
export const runTraceSchema = z.object({
  /** By the id of the element. */
  elements: z.record(z.string(), elementTrace),
  /** How often each sequence flow was taken, by its id. */
  flows: z.record(z.string(), z.int()),
  steps: z.array(traceStep),
  stepCount: z.int(),
  /** So many of the kept steps were left out when the trace was written down, because all were too large. */
  cutSteps: z.optional(z.int()),
});

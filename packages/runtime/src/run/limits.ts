/** What a run may use. Each has a default that protects the server and can be set for a project by its name. */
export interface RunLimits {
  /** Activities, decisions and rounds of loops that are executed. */
  readonly steps: number;
  /** Microflow calls inside each other. */
  readonly callDepth: number;
  /** Milliseconds from start to end, waiting included. */
  readonly wallClock: number;
  /** Objects in one list. */
  readonly listSize: number;
  /** Objects that are made, by Create object and from the answers of connectors. */
  readonly objects: number;
  /** Pages, messages, files and other things that a run asks of the screen. */
  readonly clientActions: number;
}

/** Everything about a limit: what the engine, its error messages and docs/limits.md say of it. */
export interface LimitRow {
  readonly defaultValue: number;
  /** Code of the error of a run that goes beyond it. */
  readonly errorCode: string;
  readonly unit: string;
  /** What is counted, as the subject of a sentence. */
  readonly counts: string;
  /** What it protects. */
  readonly protects: string;
  /** What to look at before one raises it. */
  readonly advice: string;
}

/** The limits of a run. A loop of 1,000,000 rounds with a handful of activities passes. */
export const limitTable: { readonly [Name in keyof RunLimits]: LimitRow } = {
  steps: {
    defaultValue: 50_000_000,
    errorCode: "step-limit",
    unit: "steps",
    counts: "activities, decisions and rounds of loops that are executed",
    protects: "the processor, from a flow that leads back for ever",
    advice: "Look for a flow that leads back without an end.",
  },
  callDepth: {
    defaultValue: 200,
    errorCode: "call-depth-limit",
    unit: "calls",
    counts: "microflow calls inside each other",
    protects: "memory, from a microflow that calls itself without an end",
    advice: "Look for a microflow that calls itself without an end.",
  },
  wallClock: {
    defaultValue: 10 * 60_000,
    errorCode: "time-limit",
    unit: "ms",
    counts: "milliseconds from start to end, waiting included",
    protects: "connections and memory, from a run that nobody waits for any more",
    advice: "Look for what the run waits for.",
  },
  listSize: {
    defaultValue: 5_000_000,
    errorCode: "list-limit",
    unit: "objects",
    counts: "objects in one list",
    protects: "memory, from a list that grows without an end",
    advice: "Work through the objects page by page.",
  },
  objects: {
    defaultValue: 10_000_000,
    errorCode: "object-limit",
    unit: "objects",
    counts: "objects that a run makes, whether they are still used or not",
    protects: "memory, from a flow that makes objects without an end",
    advice: "Look for a loop that makes more objects than it needs.",
  },
  clientActions: {
    defaultValue: 1000,
    errorCode: "client-action-limit",
    unit: "actions",
    counts: "pages, messages, files and the like that a run asks the screen to show",
    protects: "whoever started the run, from messages without an end",
    advice: "Look for a loop that shows a message in each of its rounds.",
  },
};

/** The names of the limits. */
export const limitNames = Object.keys(limitTable) as readonly (keyof RunLimits)[];

/** The defaults of all limits. */
export const defaultRunLimits = Object.fromEntries(
  limitNames.map((name) => [name, limitTable[name].defaultValue]),
) as unknown as RunLimits;

/**
 * The limits of a run: the defaults, then those of the project, then those of the run. What is no positive number is
 * passed over.
 */
export function resolveLimits(
  ofProject: Readonly<Record<string, number>> = {},
  ofRun: Partial<RunLimits> = {},
): RunLimits {
  const limits: { -readonly [Name in keyof RunLimits]: number } = { ...defaultRunLimits };
  for (const name of limitNames) {
    const [run = 0, project = 0] = [ofRun[name], ofProject[name]];
    if (run > 0) limits[name] = run;
    else if (project > 0) limits[name] = project;
  }
  return limits;
}

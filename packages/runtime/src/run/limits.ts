/** What a run may use. Each has a default that protects the server and can be set for a project by its name. */
export interface RunLimits {
  /** Elements executed. */
  readonly steps: number;
  /** Microflow calls inside each other. */
  readonly callDepth: number;
  /** Milliseconds from start to end, waiting included. */
  readonly wallClock: number;
  /** Objects in one list. */
  readonly listSize: number;
}

/** The defaults; a loop of 1,000,000 rounds with a handful of activities passes. */
export const defaultRunLimits: RunLimits = {
  steps: 50_000_000,
  callDepth: 200,
  wallClock: 10 * 60_000,
  listSize: 5_000_000,
};

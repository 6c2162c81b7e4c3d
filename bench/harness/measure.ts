/** A program's data that can be sent to another process. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** One run of what is measured. Only a promise is awaited, so that a synchronous subject pays nothing. */
export type SubjectRun = () => unknown;

/**
 * What a measured module exports: everything that happens once (compile, connect, make the input), then the run.
 *
 * @example export const loopOfThousand: PrepareSubject = () => { const orders = makeOrders(1_000); return () => total(orders); }
 */
export type PrepareSubject = (context: Json) => SubjectRun | Promise<SubjectRun>;

/** Names an export of type {@link PrepareSubject}, so that another process can load it. */
export interface Subject {
  readonly module: URL;
  readonly name: string;
}

/** A whole command. Its stdout is thrown away; an exit code other than 0 ends the measure. */
export interface Command {
  readonly file: string;
  readonly arguments: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Something that both sides talk to, such as an endpoint; opened before the first sample, closed after the last. */
export interface Surroundings<Content> {
  readonly content: Content;
  close(): Promise<void>;
}

interface MeasureFacts {
  /** Unique, in kebab-case. */
  readonly name: string;
  /** One sentence: what is compared with what. */
  readonly about: string;
  /** The most that `ours / theirs` may be; without `theirs` the most that ours may be, in `unit`. */
  readonly limit: number;
  /** What we want to reach, in the same terms. */
  readonly aim: number;
  /** How many alternated pairs; when left out, 30. Fewer where samples hardly differ, or nothing is compared. */
  readonly pairs?: number;
  /** Why the measure cannot be taken here, with the way out; nothing when it can. */
  readonly hindrance?: () => string | undefined;
}

interface SubjectMeasure extends MeasureFacts {
  readonly ours: Subject;
  /** The rival. Without one the limit is absolute. */
  readonly theirs?: Subject;
  /** Options of Node for the processes of both sides. */
  readonly nodeOptions?: readonly string[];
  /** What both sides' `prepare` receive as their context. */
  readonly surroundings?: () => Promise<Surroundings<Json>>;
}

/** CPU milliseconds (user and system, all threads) of `calls` runs. */
export interface FunctionCpuMeasure extends SubjectMeasure {
  readonly kind: "function-cpu";
  /** Runs in one sample; enough of them for at least a few milliseconds. */
  readonly calls: number;
  /** Runs of a rival in one sample, where it is so much slower that fewer are enough. */
  readonly callsOfTheirs?: number;
  /** Runs before the first sample of a process. */
  readonly warmUpCalls: number;
  /**
   * - `one`: both sides take turns in one process. For subjects that wait for the same endpoint.
   * - `one-a-side`: a process each. Neither disturbs the other's compiled code or heap.
   * - `one-a-sample`: a fresh process for every sample, so that the luck of one process does not decide.
   */
  readonly processes: "one" | "one-a-side" | "one-a-sample";
}

/** Milliseconds from the beginning to the end of a run, as someone sees who waits for it. */
export interface FunctionWallMeasure extends SubjectMeasure {
  readonly kind: "function-wall";
  /** Runs in one sample. */
  readonly calls: number;
  /** Runs before the first sample of a process. */
  readonly warmUpCalls: number;
  /** Both sides wait for the same endpoint, so they take turns in one process. */
  readonly processes: "one";
}

/** By how many MB the resident memory of a fresh process grows at most while it runs once. */
export interface MemoryGrowthMeasure extends SubjectMeasure {
  readonly kind: "memory-growth";
}

/** Peak resident memory, in MB, of a fresh process that prepares and then runs once. */
export interface PeakMemoryMeasure extends SubjectMeasure {
  readonly kind: "peak-memory";
}

/** The longest time, in milliseconds, that one run keeps its event loop from turning; a fresh process a sample. */
export interface EventLoopDelayMeasure extends SubjectMeasure {
  readonly kind: "event-loop-delay";
}

/** CPU milliseconds (user and system) of a whole command, from its start to its end. */
export interface CommandCpuMeasure extends MeasureFacts {
  readonly kind: "command-cpu";
  /** Runs in one sample: the clock of the shell that measures has 1 ms steps. */
  readonly runs: number;
  readonly commands: () => Promise<Surroundings<{ readonly ours: Command; readonly theirs: Command }>>;
}

/** Size of what a browser fetches, in kB as it is sent. The build decides it alone: there is nothing to vary. */
export interface DownloadSizeMeasure extends MeasureFacts {
  readonly kind: "download-size";
  /** Reads it from the files that were built. */
  readonly kilobytes: () => number;
}

/** Something that gives figures of its own, one sample after the other. */
export interface FigureSource {
  /** One sample, in the unit of the measure. */
  readonly take: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Figures that are read from something that lives on between the samples: a page in a browser. */
export interface FigureMeasure extends MeasureFacts {
  readonly kind: "figure";
  readonly unit: string;
  /**
   * What a result is made of: the median of the samples, or their total where each is a part of one long story and
   * the worst of them may not be hidden. 30 samples of two seconds are a minute.
   */
  readonly result?: "median" | "total";
  readonly ours: () => Promise<FigureSource>;
  /** The rival. Without one the limit is absolute. */
  readonly theirs?: () => Promise<FigureSource>;
}

/** A row of the benchmark: what is compared, how, and what must hold. How to add one: bench/README.md. */
export type Measure =
  | FunctionCpuMeasure
  | FunctionWallMeasure
  | PeakMemoryMeasure
  | MemoryGrowthMeasure
  | EventLoopDelayMeasure
  | CommandCpuMeasure
  | DownloadSizeMeasure
  | FigureMeasure;

/** How often a side runs in one sample. */
export function callsOf(
  { calls, callsOfTheirs = calls }: FunctionCpuMeasure,
  side: "ours" | "theirs",
): number {
  return side === "ours" ? calls : callsOfTheirs;
}

const units: Readonly<Record<Exclude<Measure["kind"], "figure">, string>> = {
  "function-cpu": "ms CPU",
  "function-wall": "ms",
  "peak-memory": "MB",
  "memory-growth": "MB",
  "event-loop-delay": "ms",
  "command-cpu": "ms CPU",
  "download-size": "kB",
};

/** The unit of the figures of a measure, for one run. */
export function unitOf(measure: Measure): string {
  return measure.kind === "figure" ? measure.unit : units[measure.kind];
}

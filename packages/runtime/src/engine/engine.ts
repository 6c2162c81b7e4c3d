import type { ActivityCatalog } from "@rivulet/activities";
import type { Problem, ProjectIndex, ProjectRecords } from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";
import type { RunRecord } from "../history/run-record.ts";
import type { Connector } from "../ports/connector.ts";
import type { EffectObserver } from "../ports/effect-port.ts";
import type { RunSettings } from "../ports/run-settings.ts";
import type { RunContent } from "../ports/run-store.ts";
import type { RunOptions, RunOutcome } from "../run/run.ts";
import type { SettingsSources } from "../settings/settings-sources.ts";
import type { RunTrace } from "../wire/run-trace.ts";

/** What an engine is made of. */
export interface EngineOptions {
  readonly connectors?: readonly Connector[];
  /** How many ended runs are remembered, 200 when left out. They are in memory: lost when the process ends. */
  readonly historySize?: number;
  /** Makes the id of a run, which no other run of the engine has; a random UUID when left out. */
  readonly newRunId?: () => string;
  /** Looks on while runs do their effects; a run pays nothing where there is none. */
  readonly observeEffect?: EffectObserver;
}

/** A project that was read and can be checked and run. It never changes; a change of the project makes another one. */
export interface LoadedProject {
  /** Own records and those of the connector modules. */
  readonly index: ProjectIndex;
  readonly catalog: ActivityCatalog;
  /** The project's own records. */
  readonly records: ProjectRecords;
  /** The microflow that an exported flow is about; `undefined` for a project folder. */
  readonly entryMicroflow: QualifiedName | undefined;
  /** What was wrong with the files; what could be read is there all the same. */
  readonly problems: readonly Problem[];
  /** All problems of the project, those of its files included. */
  check(): readonly Problem[];
  /** The problems of a microflow and of what it uses: with an error among them it does not run. */
  problemsOf(microflow: QualifiedName): readonly Problem[];
  /**
   * The settings of a run, by the order of precedence of docs/guide/command-line.md.
   *
   * @throws {ProblemsError} for a configuration or constant that does not exist, or a value that is none
   */
  settings(sources?: SettingsSources): RunSettings;
}

/** A run that was started. */
export interface RunHandle {
  readonly id: string;
  /** Never rejects: a failure is an outcome. */
  readonly outcome: Promise<RunOutcome>;
  /** Ends the run as cancelled at the next element, and whatever it waits for. Silent for a run that has ended. */
  cancel(): void;
  /** The outcome for whoever keeps it: secrets of the run are hidden in its result and its error. */
  withoutSecrets(outcome: RunOutcome): RunOutcome;
  /** What the run did so far; `undefined` for one that was started without `trace`. */
  trace(): RunTrace | undefined;
}

/** The runs that this process remembers, newest first. */
export interface Runs {
  find(id: string): RunRecord | undefined;
  list(filter?: { readonly microflow?: QualifiedName; readonly limit?: number }): readonly RunRecord[];
  /** Ends a run that is under way; `false` when there is none of this id. */
  cancel(id: string): boolean;
  /** Is told about every run that starts, writes to its log or ends; returns what ends the watching. */
  watch(observer: (event: RunEvent) => void): () => void;
}

/** Something that happened to a run; `run` is how it stands after it. */
export interface RunEvent {
  readonly kind: "started" | "logged" | "ended";
  readonly run: RunRecord;
  /** Makes what is kept of its content. Whoever holds on to this holds on to all that the run made. */
  readonly content: () => RunContent;
}

/** Loads, checks and runs: the one way in which servers, commands and programs run microflows. */
export interface Engine {
  readonly catalog: ActivityCatalog;
  readonly runs: Runs;
  /** Reads a project folder. Files that cannot be read are among the problems. */
  loadFolder(directory: string): Promise<LoadedProject>;
  /** Reads an exported flow: the path of its file, or its text (which begins with a brace). */
  loadFlow(pathOrText: string): Promise<LoadedProject>;
  /**
   * A project from records that are in memory already, as an editor has them. Told what it was `before` a change, it
   * checks only what the change asks for.
   */
  fromRecords(records: ProjectRecords, before?: LoadedProject): LoadedProject;
  /**
   * Runs a microflow to its end. A flow that fails is an outcome, not an exception.
   *
   * @throws {ProblemsError} when nothing ran: the microflow or what it uses has problems, or arguments are wrong
   */
  run(project: LoadedProject, microflow: QualifiedName, options: RunOptions): Promise<RunOutcome>;
  /** Like {@link Engine.run}, for whoever does not wait for the end. Throws the same before anything ran. */
  start(project: LoadedProject, microflow: QualifiedName, options: RunOptions): RunHandle;
}

import { ActivityCatalog, platformDefinitions } from "@rivulet/activities";
import { type ProjectRecords, withConnectors } from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";
import { ActivityRegistry } from "../compile/activity-registry.ts";
import { ProgramCache } from "../compile/program-cache.ts";
import { runContent } from "../history/run-content.ts";
import { type ContentFacts, RunHistory } from "../history/run-history.ts";
import type { Connector } from "../ports/connector.ts";
import type { EffectObserver, EffectPort, LogEntry } from "../ports/effect-port.ts";
import type { RunContent } from "../ports/run-store.ts";
import { hideInError } from "../run/hide-in-error.ts";
import { LazyPatterns } from "../run/lazy-patterns.ts";
import { ObservedEffects } from "../run/observed-effects.ts";
import { readArguments } from "../run/read-arguments.ts";
import type { ResultOptions, RunOptions, RunOrigin, RunOutcome } from "../run/run.ts";
import { type PreparedRun, prepareRun, type RunSurroundings, runProgram } from "../run/run-program.ts";
import { sampleRun } from "../run/sample-run.ts";
import { SecretMask, secretsOfSettings } from "../run/secret-mask.ts";
import { RunTracer } from "../trace/run-tracer.ts";
import type { Engine, EngineOptions, LoadedProject, RunHandle } from "./engine.ts";
import { ProblemsError } from "./problems-error.ts";
import { EngineProject, type ProjectContent, type ProjectServices } from "./project.ts";
import { readFlow } from "./read-flow.ts";

/** How many ended runs are remembered when nothing else is said. */
const defaultHistorySize = 200;

const noOrigin: RunOrigin = { who: null, account: null, contentHash: null, traceParent: null };

const randomId = (): string => crypto.randomUUID();

class RivuletEngine implements Engine {
  readonly catalog: ActivityCatalog;
  readonly runs: RunHistory;
  readonly #connectors: readonly Connector[];
  readonly #services: ProjectServices;
  readonly #newRunId: () => string;
  readonly #observeEffect: EffectObserver | undefined;
  readonly #shared: Pick<RunSurroundings, "effectHandlers" | "patterns">;
  /** Keeps the compiled code of runs alive between them, for as long as there is a project to run. */
  readonly #samples = new WeakMap<LoadedProject, readonly unknown[]>();

  constructor(options: EngineOptions) {
    const { connectors = [], historySize = defaultHistorySize, newRunId = randomId } = options;
    this.#observeEffect = options.observeEffect;
    this.#connectors = connectors;
    this.#newRunId = newRunId;
    this.catalog = new ActivityCatalog([
      ...platformDefinitions,
      ...connectors.flatMap(({ activities }) => activities),
    ]);
    this.#services = {
      catalog: this.catalog,
      compilers: new ActivityRegistry(connectors.flatMap(({ executors }) => executors)),
      cache: new ProgramCache(),
    };
    const effectHandlers = new Map(connectors.flatMap(({ effects }) => Object.entries(effects)));
    this.#shared = { effectHandlers, patterns: new LazyPatterns() };
    this.runs = new RunHistory(historySize, Date.now);
  }

  async loadFolder(directory: string): Promise<LoadedProject> {
    // A flow file and records that are at hand need nothing of reading folders.
    const { loadProject } = await import("@rivulet/model/folder");
    const { records, problems } = loadProject(directory);
    return new EngineProject(this.#connect(records, problems), this.#services);
  }

  async loadFlow(pathOrText: string): Promise<LoadedProject> {
    const modules = this.#connectors.map(({ module }) => module);
    return new EngineProject(readFlow(pathOrText, modules), this.#services);
  }

  fromRecords(records: ProjectRecords, before?: LoadedProject): LoadedProject {
    const content = this.#connect(records, []);
    return new EngineProject(content, this.#services, before && this.#own(before));
  }

  #connect(records: ProjectRecords, problems: ProjectContent["problems"]): ProjectContent {
    const modules = this.#connectors.map(({ module }) => module);
    const connected = withConnectors(records, modules);
    return { records, connected: connected.records, problems: [...problems, ...connected.problems] };
  }

  /** Projects of other engines know other activities. */
  #own(project: LoadedProject): EngineProject {
    if (project instanceof EngineProject && project.catalog === this.catalog) return project;
    throw new Error("The project was not loaded by this engine.");
  }

  async run(project: LoadedProject, microflow: QualifiedName, options: RunOptions): Promise<RunOutcome> {
    return this.start(project, microflow, options).outcome;
  }

  start(project: LoadedProject, microflow: QualifiedName, options: RunOptions): RunHandle {
    const own = this.#own(project);
    const { program, needsPatterns } = own.runnable(microflow);
    const result = readArguments(program, own.index, options);
    if ("problems" in result) throw new ProblemsError("wrong-parameters", result.problems);
    const id = this.#newRunId();
    const mask = new SecretMask(() => secretsOfSettings(own.index, options.settings));
    const log = (line: LogEntry): void => {
      const shown = { ...line, message: mask.text(line.message) };
      this.runs.logged(id, shown);
      options.log?.(shown);
    };
    const tracer = options.trace === true ? new RunTracer(own, mask) : undefined;
    const surroundings = { ...this.#shared, index: own.index, programs: tracer ?? own };
    if (!this.#samples.has(own)) this.#samples.set(own, sampleRun(surroundings));
    const run = prepareRun(tracer?.programOf(microflow) ?? program, result.values, {
      surroundings,
      needsPatterns,
      options: { ...options, log },
      mask,
      observed: this.#observedFor(id),
    });
    const cancel = (): void => run.cancel();
    const { configuration } = options.settings;
    const keepsResult = options.keepsResult ?? false;
    const { origin = noOrigin } = options;
    const content = (facts: ContentFacts): RunContent => {
      const { parameters: types } = program;
      return runContent(facts, {
        given: options,
        types,
        index: own.index,
        mask,
        trace: () => tracer?.read(),
      });
    };
    this.runs.started({ id, microflow, configuration, origin, keepsResult, cancel, content });
    const hide = (outcome: RunOutcome): RunOutcome => withoutSecrets(outcome, mask);
    const outcome = this.#finish(id, run, hide);
    return { id, cancel, trace: () => tracer?.read(), withoutSecrets: hide, outcome };
  }

  #observedFor(runId: string): ((effects: EffectPort) => EffectPort) | undefined {
    const observe = this.#observeEffect;
    return observe && ((effects) => new ObservedEffects(effects, observe, runId));
  }

  /** Who started the run gets its result as it is; errors, and what the history keeps, are without secrets. */
  async #finish(
    id: string,
    run: PreparedRun,
    hide: (outcome: RunOutcome) => RunOutcome,
  ): Promise<RunOutcome> {
    const outcome = await runProgram(run);
    const hidden = hide(outcome);
    this.runs.ended(id, hidden);
    return outcome.status === "completed" ? outcome : hidden;
  }
}

function withoutSecrets(outcome: RunOutcome, mask: SecretMask): RunOutcome {
  if (outcome.status !== "completed") return { ...outcome, error: hideInError(outcome.error, mask) };
  const value = typeof outcome.value === "string" ? mask.text(outcome.value) : outcome.value;
  const toJson = (options?: ResultOptions) => mask.json(outcome.toJson({ ...options, hidesSecrets: true }));
  return { ...outcome, value, toJson };
}

/**
 * An engine with the platform's activities and those of the connectors.
 *
 * @example
 * const engine = createEngine({ connectors: [awsAuthentication, amazonDynamoDB] });
 * const project = await engine.loadFolder("my-project");
 * const settings = project.settings({ environment: process.env });
 * const outcome = await engine.run(project, "MyFirstModule.DS_ListTables", { settings });
 */
export function createEngine(options: EngineOptions = {}): Engine {
  return new RivuletEngine(options);
}

import type { ActivityCatalog } from "@rivulet/activities";
import {
  checkIncrementally,
  mergeProblems,
  type ProjectCheck,
  problemsOfMicroflow,
  usedBy,
} from "@rivulet/checks";
import { errorAt, hasErrors, type Problem, ProjectIndex, type ProjectRecords } from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";
import type { ActivityCompilers } from "../compile/activity-compiler.ts";
import { compileMicroflow } from "../compile/compile-microflow.ts";
import type { Program, Programs } from "../compile/program.ts";
import type { ProgramCache } from "../compile/program-cache.ts";
import type { RunSettings } from "../ports/run-settings.ts";
import { resolveSettings } from "../settings/resolve-settings.ts";
import type { SettingsSources } from "../settings/settings-sources.ts";
import type { LoadedProject } from "./engine.ts";
import { ProblemsError } from "./problems-error.ts";

/** What an engine gives to its projects. */
export interface ProjectServices {
  readonly catalog: ActivityCatalog;
  readonly compilers: ActivityCompilers;
  readonly cache: ProgramCache;
}

/** What was read of a project. */
export interface ProjectContent {
  readonly records: ProjectRecords;
  /** `records` and those of the connector modules. */
  readonly connected: ProjectRecords;
  readonly problems: readonly Problem[];
  /** The microflow that an exported flow is about. */
  readonly entryMicroflow?: QualifiedName;
}

/** A microflow that was checked and compiled, with all that it calls. */
export interface RunnableMicroflow {
  readonly program: Program;
  /** Whether it, or what it calls, matches regular expressions. */
  readonly needsPatterns: boolean;
}

function unknownMicroflow(name: QualifiedName): Problem {
  return errorAt({ document: name }, "unknown-microflow", `The project has no microflow ${name}.`);
}

/** A project with its compiled microflows. */
export class EngineProject implements LoadedProject, Programs {
  readonly index: ProjectIndex;
  readonly records: ProjectRecords;
  readonly problems: readonly Problem[];
  readonly entryMicroflow: QualifiedName | undefined;
  readonly #services: ProjectServices;
  readonly #programs = new Map<QualifiedName, Program>();
  readonly #runnable = new Map<QualifiedName, RunnableMicroflow>();
  #problems: readonly Problem[] | undefined;
  /** The last check of this project or, until there is one, of what it was before. */
  #lastCheck: ProjectCheck | undefined;

  constructor(
    { records, connected, problems, entryMicroflow }: ProjectContent,
    services: ProjectServices,
    before?: EngineProject,
  ) {
    this.index = new ProjectIndex(connected);
    this.records = records;
    this.problems = problems;
    this.entryMicroflow = entryMicroflow;
    this.#services = services;
    this.#lastCheck = before ? before.#lastCheck : undefined;
  }

  get catalog(): ActivityCatalog {
    return this.#services.catalog;
  }

  check(): readonly Problem[] {
    const { records, index, catalog } = this;
    if (this.#problems) return this.#problems;
    this.#lastCheck = checkIncrementally({ records, index, catalog }, this.#lastCheck);
    this.#problems = mergeProblems(this.problems, this.#lastCheck.problems);
    return this.#problems;
  }

  problemsOf(microflow: QualifiedName): readonly Problem[] {
    if (!this.index.microflow(microflow)) return [...this.problems, unknownMicroflow(microflow)];
    const own = problemsOfMicroflow(microflow, { index: this.index, catalog: this.catalog }, this.check());
    // An exported flow holds nothing but what it needs, so that whatever is wrong with its file concerns it.
    return this.entryMicroflow === undefined ? own : mergeProblems(this.problems, own);
  }

  settings(sources: SettingsSources = {}): RunSettings {
    const result = resolveSettings(this.index, sources);
    if ("settings" in result) return result.settings;
    throw new ProblemsError("settings-have-problems", result.problems);
  }

  /** A microflow that is ready to run. Throws for one that does not exist, or that has problems that are errors. */
  runnable(microflow: QualifiedName): RunnableMicroflow {
    const known = this.#runnable.get(microflow);
    if (known) return known;
    const problems = this.problemsOf(microflow);
    // What is missing may be in a file that could not be read: that is said first.
    if (hasErrors(problems))
      throw new ProblemsError("project-has-problems", mergeProblems(this.problems, problems));
    const used = usedBy(microflow, { index: this.index, catalog: this.catalog });
    const programs = used
      .filter(({ record }) => record.type === "microflow")
      .map(({ name }) => this.programOf(name));
    const needsPatterns = programs.some((program) => program.needsPatterns);
    const runnable = { program: this.programOf(microflow), needsPatterns };
    this.#runnable.set(microflow, runnable);
    return runnable;
  }

  programOf(microflow: QualifiedName): Program {
    const known = this.#programs.get(microflow);
    if (known) return known;
    const record = this.index.microflow(microflow);
    if (!record) throw new Error(`There is no microflow ${microflow}.`);
    const { catalog, compilers, cache } = this.#services;
    const program = cache.programOf(record, this.index, () =>
      compileMicroflow(record, { index: this.index, catalog, compilers }),
    );
    this.#programs.set(microflow, program);
    return program;
  }
}

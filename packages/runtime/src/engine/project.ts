import type { ActivityCatalog } from "@rivulet/activities";
import { checkProject, mergeProblems, problemsOfMicroflow } from "@rivulet/checks";
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
  #found: readonly Problem[] | undefined;

  constructor({ records, connected, problems, entryMicroflow }: ProjectContent, services: ProjectServices) {
    this.index = new ProjectIndex(connected);
    this.records = records;
    this.problems = problems;
    this.entryMicroflow = entryMicroflow;
    this.#services = services;
  }

  get catalog(): ActivityCatalog {
    return this.#services.catalog;
  }

  check(): readonly Problem[] {
    const { records, index, catalog } = this;
    this.#found ??= mergeProblems(this.problems, checkProject({ records, index, catalog }));
    return this.#found;
  }

  problemsOf(microflow: QualifiedName): readonly Problem[] {
    if (!this.index.microflow(microflow)) return [...this.problems, unknownMicroflow(microflow)];
    return problemsOfMicroflow(microflow, { index: this.index, catalog: this.catalog }, this.check());
  }

  settings(sources: SettingsSources = {}): RunSettings {
    const result = resolveSettings(this.index, sources);
    if ("settings" in result) return result.settings;
    throw new ProblemsError("settings-have-problems", result.problems);
  }

  /** Throws for a microflow that does not exist or has problems that are errors. */
  checkedProgramOf(microflow: QualifiedName): Program {
    const problems = this.problemsOf(microflow);
    if (hasErrors(problems)) throw new ProblemsError("project-has-problems", problems);
    return this.programOf(microflow);
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

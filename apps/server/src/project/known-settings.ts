import type { RunSettings } from "@rivulet/runtime";
import { FolderWatch } from "./folder-watch.ts";
import type { OpenedProject } from "./opened-project.ts";

/** Makes the settings of runs; throws where there are none. */
type MakeSettings = (project: OpenedProject, configuration: string | undefined) => RunSettings;

/**
 * The settings of runs. They follow from the project and from what this machine keeps in `.rivulet`: which configuration is
 * active, and values of secrets. They are made anew when one of the two may have changed, and not for each run: to look into
 * the files costs more than a short run does.
 */
export class KnownSettings {
  readonly #make: MakeSettings;
  readonly #watch: FolderWatch;
  readonly #known = new Map<string | undefined, RunSettings>();
  #project: OpenedProject | undefined;

  /** @param localFolder the project's `.rivulet` */
  constructor(localFolder: string, make: MakeSettings) {
    this.#make = make;
    this.#watch = new FolderWatch(localFolder);
    this.#watch.follow(new Set(["."]));
  }

  /**
   * The settings for runs with a configuration, or with the active one. Ask after {@link FolderWatch.mayHaveChanged}, as
   * whoever has asked for the present project did: what was changed before that counts.
   */
  of(project: OpenedProject, configuration?: string): RunSettings {
    if (this.#watch.mayDiffer || this.#project !== project) this.#forget(project);
    const known = this.#known.get(configuration) ?? this.#make(project, configuration);
    this.#known.set(configuration, known);
    return known;
  }

  close(): void {
    this.#watch.close();
  }

  #forget(project: OpenedProject): void {
    this.#watch.begin();
    this.#known.clear();
    this.#project = project;
  }
}

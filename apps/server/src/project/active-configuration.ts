import { type Configuration, chosenConfiguration, configurationId, type ProjectIndex } from "@rivulet/model";
import { readActiveConfiguration, writeActiveConfiguration } from "@rivulet/runtime";

/**
 * Which configuration of a project is active on this machine: the one that was chosen, at first the first of the project.
 * When the chosen one is gone there is none, and runs say so: another one might lead to other tables.
 */
export class ActiveConfiguration {
  readonly #folder: string;

  /** @param folder the project folder as a real path */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What the chosen one is known by, whether or not the project has it; `undefined` when none was chosen. */
  get chosenId(): string | undefined {
    return readActiveConfiguration(this.#folder);
  }

  /** The active one of the project's configurations; `undefined` when there is none. */
  of(index: ProjectIndex): Configuration | undefined {
    const { chosenId } = this;
    const { configurations = [] } = index.settings ?? {};
    return chosenId === undefined ? configurations[0] : chosenConfiguration(configurations, chosenId);
  }

  /** Makes another one active, also after a restart and under another name. */
  choose(configuration: Configuration): void {
    writeActiveConfiguration(this.#folder, configurationId(configuration));
  }
}

import type { Configuration, ProjectIndex } from "@rivulet/model";
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

  /** The name that was chosen, whether or not the project has it; `undefined` when none was. */
  get chosenName(): string | undefined {
    return readActiveConfiguration(this.#folder);
  }

  /** The active one of the project's configurations; `undefined` when there is none. */
  of(index: ProjectIndex): Configuration | undefined {
    const { chosenName } = this;
    const { configurations = [] } = index.settings ?? {};
    if (chosenName === undefined) return configurations[0];
    return configurations.find(({ name }) => name === chosenName);
  }

  /** Makes another one active, also after a restart. */
  choose(name: string): void {
    writeActiveConfiguration(this.#folder, name);
  }
}

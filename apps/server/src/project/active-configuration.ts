import type { Configuration, ProjectIndex } from "@rivulet/model";
import { readActiveConfiguration, writeActiveConfiguration } from "@rivulet/runtime";

/**
 * Which configuration of a project is active on this machine. At first, and when the one that was chosen is gone, it is
 * the first of the project.
 */
export class ActiveConfiguration {
  readonly #folder: string;

  /** @param folder the project folder as a real path */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The active one of the project's configurations; `undefined` when it has none. */
  of(index: ProjectIndex): Configuration | undefined {
    const chosen = readActiveConfiguration(this.#folder);
    const { configurations = [] } = index.settings ?? {};
    return configurations.find(({ name }) => name === chosen) ?? configurations[0];
  }

  /** Makes another one active, also after a restart. */
  choose(name: string): void {
    writeActiveConfiguration(this.#folder, name);
  }
}

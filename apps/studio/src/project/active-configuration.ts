import type { ProjectApi } from "./project-api.ts";

/** The configuration that runs use on this machine; the server keeps it, not the project. */
export class ActiveConfiguration {
  readonly #api: Pick<ProjectApi, "loadActiveConfiguration" | "chooseConfiguration">;
  readonly #listeners = new Set<() => void>();
  #name: string | undefined;

  constructor(api: Pick<ProjectApi, "loadActiveConfiguration" | "chooseConfiguration">) {
    this.#api = api;
  }

  /** Its name; `undefined` when the project has no configuration. */
  get name(): string | undefined {
    return this.#name;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Asks the server which one it is: at the start, and after configurations were renamed or removed. */
  async load(): Promise<void> {
    this.#become(await this.#api.loadActiveConfiguration());
  }

  /** Makes another one active. Rejects when the server does not know it; then nothing has changed. */
  async choose(name: string): Promise<void> {
    await this.#api.chooseConfiguration(name);
    this.#become(name);
  }

  #become(name: string | undefined): void {
    this.#name = name;
    for (const listener of this.#listeners) listener();
  }
}

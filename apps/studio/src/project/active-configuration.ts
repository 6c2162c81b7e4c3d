import type { ProjectApi } from "./project-api.ts";

/** The configuration that runs use on this machine; the server keeps it, not the project. */
export class ActiveConfiguration {
  readonly #api: Pick<ProjectApi, "loadActiveConfiguration" | "chooseConfiguration">;
  readonly #listeners = new Set<() => void>();
  #id: string | undefined;

  constructor(api: Pick<ProjectApi, "loadActiveConfiguration" | "chooseConfiguration">) {
    this.#api = api;
  }

  /** What it is known by, however it is renamed; `undefined` when the project has no configuration. */
  get id(): string | undefined {
    return this.#id;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Asks the server which one it is: at the start, and after others changed the configurations. */
  async load(): Promise<void> {
    this.#become(await this.#api.loadActiveConfiguration());
  }

  /** Makes another one active. Rejects when the server does not know it; then nothing has changed. */
  async choose(name: string): Promise<void> {
    this.#become(await this.#api.chooseConfiguration(name));
  }

  #become(id: string | undefined): void {
    if (id === this.#id) return;
    this.#id = id;
    for (const listener of this.#listeners) listener();
  }
}

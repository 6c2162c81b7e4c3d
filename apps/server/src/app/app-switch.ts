import type { ApplicationState } from "@rivulet/runtime";
import { HttpProblem } from "../http/http-problem.ts";

/** Whether the application runs. It does when the server starts. */
export class AppSwitch {
  #state: ApplicationState = { isRunning: true, isUsed: false };
  readonly #observers = new Set<(state: ApplicationState) => void>();

  get state(): ApplicationState {
    return this.#state;
  }

  /** Throws `app-stopped` while it does not run. */
  assertRunning(): void {
    if (this.#state.isRunning) return;
    throw new HttpProblem("app-stopped", "The application is stopped.");
  }

  /** Answers whether that changed something. */
  turn(isRunning: boolean): boolean {
    if (this.#state.isRunning === isRunning) return false;
    this.#become({ isRunning, isUsed: false });
    return true;
  }

  /** Somebody uses the application. */
  used(): void {
    if (!this.#state.isUsed) this.#become({ ...this.#state, isUsed: true });
  }

  /** Tells of every change from now on; returns what ends the telling. */
  observe(observer: (state: ApplicationState) => void): () => void {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  #become(state: ApplicationState): void {
    this.#state = state;
    for (const observer of this.#observers) observer(state);
  }
}

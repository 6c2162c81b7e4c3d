import type { ConsoleEvent, ConsoleLine } from "@rivulet/runtime";

/** Lines that are kept for whoever looks later. */
const mostLines = 500;

/** What the running application did, for whoever builds it: the last lines, and those that come. */
export class AppConsole {
  #lines: ConsoleLine[] = [];
  #count = 0;
  readonly #observers = new Set<(line: ConsoleLine) => void>();

  add(event: ConsoleEvent): void {
    this.#count += 1;
    const line = { ...event, number: this.#count, at: new Date().toISOString() };
    this.#lines.push(line);
    // Cut now and then: not at every line.
    if (this.#lines.length > 2 * mostLines) this.#lines = this.lines.slice();
    for (const observer of this.#observers) observer(line);
  }

  /** The last lines, oldest first. */
  get lines(): readonly ConsoleLine[] {
    return this.#lines.slice(-mostLines);
  }

  /** Tells of every line from now on; returns what ends the telling. */
  observe(observer: (line: ConsoleLine) => void): () => void {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }
}

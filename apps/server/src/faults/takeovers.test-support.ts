import { setTimeout as delay } from "node:timers/promises";

/** A takeover is over when reads have gone well for so long, in milliseconds. */
const calm = 1_000;
const longestTakeover = 60_000;
const pause = 10;

/** Reads something once; the status of the answer. */
type Read = () => Promise<number>;

/** How long whoever reads waits while one server takes the PostgreSQL of a killed one over. */
export class Takeovers {
  readonly #longestWaits: number[] = [];
  #refused = 0;

  /** Reads again and again from the moment of the kill. */
  async watch(read: Read): Promise<void> {
    const start = performance.now();
    let [longest, troubledAt] = [0, start];
    while (performance.now() - troubledAt < calm) {
      const asked = performance.now();
      const status = await read();
      const answered = performance.now();
      longest = Math.max(longest, answered - asked);
      if (status !== 200) {
        this.#refused += 1;
        troubledAt = answered;
      }
      if (answered - start > longestTakeover)
        throw new Error(`Reads are answered with ${status} for too long.`);
      await delay(pause);
    }
    this.#longestWaits.push(longest);
  }

  /** What came of them, in a sentence. */
  describe(): string {
    const waits = this.#longestWaits.toSorted((left, right) => left - right);
    if (waits.length === 0) return "no server took the PostgreSQL of another over";
    const [middle = 0, longest = 0] = [waits[Math.floor(waits.length / 2)], waits.at(-1)];
    const words = `${waits.length} takeovers of PostgreSQL: the slowest read of each took ${Math.round(middle)} ms (median), ${Math.round(longest)} ms at most`;
    return `${words}; ${this.#refused} reads were refused`;
  }
}

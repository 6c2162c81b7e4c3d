/**
 * Remembers what was made for a key; the one that was not asked for longest makes room for a new one. What is
 * remembered depends on the key alone, so sharing it between runs cannot be noticed.
 */
export class BoundedCache<Result> {
  readonly #results = new Map<string, Result>();
  readonly #make: (key: string) => Result;
  readonly #size: number;

  constructor(size: number, make: (key: string) => Result) {
    this.#size = size;
    this.#make = make;
  }

  get(key: string): Result {
    const known = this.#results.get(key);
    if (known !== undefined) {
      this.#results.delete(key);
      this.#results.set(key, known);
      return known;
    }
    const made = this.#make(key);
    for (const oldest of this.#results.keys()) {
      if (this.#results.size < this.#size) break;
      this.#results.delete(oldest);
    }
    this.#results.set(key, made);
    return made;
  }
}

import type { CompiledPattern, Patterns } from "@rivulet/expressions";

/**
 * Regular expressions for the runs that need them. What matches them is large, so it is loaded for the first such run
 * and not with the program.
 */
export class LazyPatterns implements Patterns {
  #loaded: Patterns | undefined;

  async load(): Promise<void> {
    if (this.#loaded) return;
    const { re2Patterns } = await import("@rivulet/expressions/patterns");
    this.#loaded = re2Patterns;
  }

  compile(source: string): CompiledPattern {
    if (!this.#loaded) throw new Error("Regular expressions were not loaded for this run.");
    return this.#loaded.compile(source);
  }
}

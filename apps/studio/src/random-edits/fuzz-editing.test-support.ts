import fc from "fast-check";

/** The studio remembers its tabs in the browser; without one nothing is remembered, and nothing is said of that. */
const nowhere = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

/** `pnpm fuzz editing`: random edits in all editors, undone and done again. A run is a story of up to 60 edits. */
export async function run({ runs, seed }: { readonly runs: number; readonly seed: number }): Promise<void> {
  Object.defineProperty(globalThis, "localStorage", { value: nowhere, configurable: true });
  const { stories, tellStory } = await import("./random-edits.test-support.ts");
  fc.assert(
    fc.property(stories, (story) => void tellStory(story)),
    { numRuns: runs, seed },
  );
}

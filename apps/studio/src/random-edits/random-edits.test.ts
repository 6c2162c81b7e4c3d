import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawnNumbers, edits, stories, tellStory } from "./random-edits.test-support.ts";

/** `pnpm fuzz editing --runs N` tells many more. */
const options = { numRuns: 60, seed: 20_261_122 };

test("whatever is edited, the document stays valid, undo leads back and redo forth", () => {
  fc.assert(
    fc.property(stories, (story) => void tellStory(story)),
    options,
  );
});

/** What an edit needs before it can do anything. */
const prologues: Readonly<Record<string, readonly string[]>> = {
  "canvas.paste": ["canvas.copy"],
  "canvas.pasteDamaged": ["canvas.copy"],
  undo: ["settings.renameProject"],
  redo: ["settings.renameProject", "undo"],
};
/** It only reads. */
const changesNothing = "canvas.copy";

describe("each edit by itself", () => {
  test.each(Object.keys(edits))("%s", (edit) => {
    let changes = 0;
    for (const draws of fc.sample(drawnNumbers, { numRuns: 40, seed: options.seed })) {
      const prologue = (prologues[edit] ?? []).map((name) => ({ edit: name, draws: [3] }));
      const last = { edit, draws };
      changes += tellStory([...prologue, last]).changes - tellStory(prologue).changes;
    }
    expect(changes > 0).toBe(edit !== changesNothing);
  });
});

import type { Measure, Subject } from "./harness/measure.ts";

const handWritten: Subject = {
  module: new URL("runtime/hand-written.ts", import.meta.url),
  name: "handWrittenThousand",
};
const emptyProgram = { file: process.execPath, arguments: ["--eval", ""] };

/**
 * The same code against itself, one for each kind of measure: printed before all others, because a machine that
 * does not say 1 here says nothing elsewhere.
 */
export const sameAgainstItself: readonly Measure[] = [
  {
    kind: "function-cpu",
    name: "a-a-function-cpu",
    about: "A/A: a hand-written loop of 1,000 against itself, a process each",
    limit: 1.05,
    aim: 1.01,
    ours: handWritten,
    theirs: handWritten,
    calls: 1_000,
    warmUpCalls: 2_000,
    processes: "one-a-side",
  },
  {
    kind: "peak-memory",
    name: "a-a-peak-memory",
    about: "A/A: a hand-written loop of 1,000 against itself, a process each",
    limit: 1.05,
    aim: 1.01,
    ours: handWritten,
    theirs: handWritten,
  },
  {
    kind: "function-wall",
    name: "a-a-function-wall",
    about: "A/A: a hand-written loop of 1,000 against itself by the clock",
    limit: 1.05,
    aim: 1.01,
    ours: handWritten,
    theirs: handWritten,
    calls: 1_000,
    warmUpCalls: 2_000,
    processes: "one",
  },
  {
    kind: "memory-growth",
    name: "a-a-memory-growth",
    about: "A/A: an idle process: by how much it grows by itself",
    limit: 10,
    aim: 2,
    ours: { module: new URL("harness/idle.ts", import.meta.url), name: "idle" },
  },
  {
    kind: "event-loop-delay",
    name: "a-a-event-loop-delay",
    about: "A/A: an idle event loop: what the machine itself adds",
    limit: 20,
    aim: 2,
    ours: { module: new URL("harness/idle.ts", import.meta.url), name: "idle" },
  },
  {
    kind: "command-cpu",
    name: "a-a-command-cpu",
    about: "A/A: an empty Node program against itself",
    limit: 1.05,
    aim: 1.01,
    runs: 5,
    commands: () =>
      Promise.resolve({
        content: { ours: emptyProgram, theirs: emptyProgram },
        close: () => Promise.resolve(),
      }),
  },
];

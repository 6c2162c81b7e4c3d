import { readFileSync } from "node:fs";
import type { Measure, Subject } from "../harness/measure.ts";
import { peer, peersAreMissing } from "../harness/peer.ts";

const loop = (name: string): Subject => ({ module: new URL("loop.ts", import.meta.url), name });
const handWritten = (name: string): Subject => ({
  module: new URL("hand-written.ts", import.meta.url),
  name,
});

/** A server is what has somebody waiting for its event loop: the options with which `pnpm start` begins. */
function nodeOptionsOfServer(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    readonly scripts: { readonly start: string };
  };
  return scripts.start.split(" ").filter((word) => word.startsWith("--"));
}

/** The loop in another engine, drawn with its own means. */
function againstPeer(
  engine: string,
  facts: { name: string; limit: number; aim: number; theirs: Subject },
): Measure {
  return {
    ...facts,
    kind: "function-cpu",
    about: `the loop of 1,000, limits on, after 80 other flows, against the same loop in ${engine}, without such limits`,
    ours: loop("loopOfThousand"),
    calls: 200,
    callsOfTheirs: 5,
    warmUpCalls: 400,
    processes: "one-a-side",
    hindrance: peersAreMissing,
  };
}

/** The runtime against the same loop written by hand. */
export const runtimeMeasures: readonly Measure[] = [
  {
    kind: "function-cpu",
    name: "loop-1000",
    about:
      "a microflow's loop of 1,000 (create object, decision, add), limits on, after 80 other flows, against hand-written: 400 runs, compilation by V8 included",
    limit: 2.5,
    aim: 1.5,
    ours: loop("loopOfThousand"),
    theirs: handWritten("handWrittenThousand"),
    calls: 400,
    warmUpCalls: 0,
    processes: "one-a-sample",
  },
  {
    kind: "function-cpu",
    name: "loop-1000000",
    about: "the same loop of 1,000,000",
    limit: 1.5,
    aim: 1.25,
    ours: loop("loopOfMillion"),
    theirs: handWritten("handWrittenMillion"),
    calls: 1,
    warmUpCalls: 1,
    processes: "one-a-side",
  },
  {
    kind: "peak-memory",
    name: "loop-1000000-memory",
    about: "peak memory of one run of that loop of 1,000,000",
    limit: 1.25,
    aim: 1.1,
    ours: loop("onlyLoopOfMillion"),
    theirs: handWritten("handWrittenMillion"),
  },
  {
    kind: "event-loop-delay",
    name: "loop-1000000-delay",
    about: "the longest time that one run of 1,000,000 keeps the event loop from turning",
    limit: 20,
    aim: 8,
    ours: loop("loopOfMillion"),
    nodeOptions: nodeOptionsOfServer(),
  },
  againstPeer("XState", {
    name: "loop-1000-vs-xstate",
    limit: 0.01,
    aim: 0.005,
    theirs: peer("loop-xstate.mjs", "xstateThousand"),
  }),
  againstPeer("Node-RED", {
    name: "loop-1000-vs-node-red",
    limit: 0.004,
    aim: 0.003,
    theirs: peer("loop-node-red.mjs", "nodeRedThousand"),
  }),
];

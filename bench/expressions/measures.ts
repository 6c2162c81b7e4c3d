import type { FunctionCpuMeasure, Measure } from "../harness/measure.ts";
import { peer, peersAreMissing } from "../harness/peer.ts";

const evaluate = new URL("evaluate.ts", import.meta.url);

/** The expression of {@link evaluate} in the language of another engine, which reckons with binary floats. */
function againstPeer(
  language: string,
  facts: Pick<FunctionCpuMeasure, "name" | "limit" | "aim" | "callsOfTheirs"> & { readonly subject: string },
): Measure {
  const { subject, ...rest } = facts;
  return {
    ...rest,
    kind: "function-cpu",
    about: `the same expression, exact and checked, against ${language}, parsed before where it can be, inexact`,
    ours: { module: evaluate, name: "expressionShort" },
    theirs: peer("expressions.mjs", subject),
    calls: 20,
    warmUpCalls: 40,
    processes: "one-a-side",
    hindrance: peersAreMissing,
  };
}

/** The expression language: how fast it evaluates, and how fast it is made ready. */
export const expressionMeasures: readonly Measure[] = [
  {
    kind: "function-cpu",
    name: "expression-vs-decimal-js",
    about: "$Order/Total * 1.21 + (if $x > 3 then 1 else 2), exact and checked, against decimal.js by hand",
    limit: 0.125,
    aim: 0.083,
    ours: { module: evaluate, name: "expressionShort" },
    theirs: { module: evaluate, name: "decimalJsShort" },
    calls: 20,
    warmUpCalls: 40,
    processes: "one-a-side",
  },
  {
    kind: "function-cpu",
    name: "expression-38-digits-vs-decimal-js",
    about: "the same with totals of 38 digits",
    limit: 0.33,
    aim: 0.2,
    ours: { module: evaluate, name: "expressionLong" },
    theirs: { module: evaluate, name: "decimalJsLong" },
    calls: 10,
    warmUpCalls: 20,
    processes: "one-a-side",
  },
  againstPeer("JSONata", {
    name: "expression-vs-jsonata",
    limit: 0.01,
    aim: 0.007,
    subject: "jsonataShort",
    callsOfTheirs: 2,
  }),
  againstPeer("CEL", {
    name: "expression-vs-cel",
    limit: 0.5,
    aim: 0.3,
    subject: "celShort",
    callsOfTheirs: 20,
  }),
  againstPeer("FEEL", {
    name: "expression-vs-feel",
    limit: 0.001,
    aim: 0.0005,
    subject: "feelShort",
    callsOfTheirs: 1,
  }),
  {
    kind: "function-cpu",
    name: "expression-compile-ten-thousand",
    about: "parse, check and compile 10,000 expressions of real size, the first time in a process",
    limit: 1_000,
    aim: 400,
    ours: { module: new URL("compile-many.ts", import.meta.url), name: "compileTenThousand" },
    calls: 1,
    warmUpCalls: 0,
    processes: "one-a-sample",
  },
  {
    kind: "function-cpu",
    name: "expression-completion",
    about: "what can be written behind a letter in a project of 1,000 entities, the first time in a process",
    limit: 30,
    aim: 10,
    ours: { module: new URL("complete.ts", import.meta.url), name: "completeInLargeProject" },
    calls: 1,
    warmUpCalls: 0,
    processes: "one-a-sample",
  },
];

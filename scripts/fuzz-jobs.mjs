/**
 * A long random job. Its module exports `run({ runs, seed })`, which may return a promise, prints what it likes and
 * throws with the failing case and the seed in the message.
 * @typedef {{ name: string, about: string, module: string }} FuzzJob
 */

/**
 * The jobs of `pnpm fuzz <name> --runs N`. `module` is a path from the root of the checkout, for example
 * `{ name: "expressions", about: "parser against the test grammar", module: "packages/expressions/src/parse.fuzz.ts" }`.
 * @type {FuzzJob[]}
 */
export const fuzzJobs = [
  {
    name: "codec",
    about: "items with values of all ten types of DynamoDB, to the text of a request and back",
    module: "packages/dynamodb/src/execute/codec/round-trip.test-support.ts",
  },
  {
    name: "expressions",
    about: "the parser against the test grammar, values against the reference evaluator (a run: 8 texts)",
    module: "packages/expressions/src/fuzz/fuzz-expressions.test-support.ts",
  },
  {
    name: "folder",
    about: "processes killed while they save into a project folder (a run: one kill, about half a second)",
    module: "packages/model/src/folder/killed-saves.test-support.ts",
  },
  {
    name: "editing",
    about: "random edits in all editors of the studio, undone and done again (a run: up to 60 edits)",
    module: "apps/studio/src/random-edits/fuzz-editing.test-support.ts",
  },
  {
    name: "server-faults",
    about:
      "a server under load: it, PostgreSQL and DynamoDB are killed (a run: one kill, about three seconds)",
    module: "apps/server/src/faults/server-faults.test-support.ts",
  },
  {
    name: "postgres-upgrade",
    about:
      "upgrades of the embedded PostgreSQL that are killed (a run: up to three kills, about ten seconds)",
    module: "packages/persistence/src/upgrade/killed-upgrades.test-support.ts",
  },
  {
    name: "runtime",
    about: "generated microflows, run by the runtime and by the slow reference",
    module: "packages/runtime/src/reference/runtime-against-reference.test-support.ts",
  },
];

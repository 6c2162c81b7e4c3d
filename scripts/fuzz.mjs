// `pnpm fuzz <name> --runs N [--seed S]`: one of the long random jobs of fuzz-jobs.mjs.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { fuzzJobs } from "./fuzz-jobs.mjs";
import { checkout } from "./steps/checkout.mjs";
import { commandArguments } from "./steps/command-arguments.mjs";
import { requireSupportedNode } from "./steps/node-version.mjs";

requireSupportedNode("fuzz <name>");
process.exitCode = await main();

async function main() {
  const { values, positionals } = parseArgs({
    args: commandArguments(),
    allowPositionals: true,
    options: { runs: { type: "string", default: "1000" }, seed: { type: "string" } },
  });
  const runs = Number(values.runs);
  const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
  const job = fuzzJobs.find(({ name }) => name === positionals[0]);
  if (job === undefined || !Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
    process.stderr.write(`Usage: pnpm fuzz <name> [--runs N] [--seed S]\n${jobList()}\n`);
    return 2;
  }
  process.stdout.write(`${job.name}: ${runs} runs, --seed ${seed}\n`);
  const { run } = await import(pathToFileURL(join(checkout, job.module)).href);
  await run({ runs, seed });
  process.stdout.write(`${job.name}: ${runs} runs without a finding\n`);
  return 0;
}

function jobList() {
  if (fuzzJobs.length === 0) return "There are no jobs yet.";
  return fuzzJobs.map(({ name, about }) => `  ${name}  ${about}`).join("\n");
}

// `pnpm bench [name...] [--json]`: the measures of an area, or whose names begin so, else all of them.
import { parseArgs } from "node:util";
import { build } from "../scripts/steps/build.mjs";
import { withBuildLock } from "../scripts/steps/build-lock.mjs";
import { sameAgainstItself } from "./a-a.ts";
import { closeOnSignals } from "./harness/left-open.ts";
import type { Measure } from "./harness/measure.ts";
import { describeResult, ratioTarget } from "./harness/result.ts";
import { runMeasure } from "./harness/run-measure.ts";
import { areas, measures } from "./measures.ts";

process.exitCode = await main();

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2).filter((argument) => argument !== "--"),
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  const chosen = [...sameAgainstItself, ...measures].filter((measure) => isChosen(measure, positionals));
  if (positionals.length > 0 && chosen.length === 0) {
    process.stderr.write(
      `No measure begins with ${positionals.join(" or ")}. There are:\n${list(measures)}\n`,
    );
    return 2;
  }
  if (!withBuildLock(() => build({ output: 2 }))) return 2;
  closeOnSignals();
  for (const measure of withControls(chosen)) await show(measure, values.json);
  return 0;
}

function isChosen(measure: Measure, words: readonly string[]): boolean {
  const isMeant = (word: string) => measure.name.startsWith(word) || (areas[word] ?? []).includes(measure);
  return words.length === 0 || words.some(isMeant);
}

/** The chosen measures, after the A/A of each kind among them. */
function withControls(chosen: readonly Measure[]): Measure[] {
  const kinds = new Set(chosen.map(({ kind }) => kind));
  const controls = sameAgainstItself.filter(({ kind }) => kinds.has(kind));
  return [...controls, ...chosen.filter((measure) => !controls.includes(measure))];
}

/** A measure that cannot be taken does not hold; the others are taken all the same. */
async function show(measure: Measure, asJson: boolean): Promise<void> {
  const { limit, aim } = ratioTarget(measure);
  try {
    const result = await runMeasure(measure);
    const line = asJson ? JSON.stringify(result) : `${describeResult(result, aim)}\n    ${measure.about}`;
    process.stdout.write(`${line}\n`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${measure.name}: not taken, ${reason}\n`);
    const missing = { name: measure.name, ratio: null, limit, holds: false, failure: reason };
    if (asJson) process.stdout.write(`${JSON.stringify(missing)}\n`);
  }
}

function list(all: readonly Measure[]): string {
  return all.map(({ name, about }) => `  ${name}  ${about}`).join("\n");
}

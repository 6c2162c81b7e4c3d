import { closeWhatIsLeftOpen } from "./left-open.ts";
import type { Measure } from "./measure.ts";
import { hasRival, type Pair, type Result, resultOf } from "./result.ts";
import { openSampler, type Sampler } from "./sampler.ts";
import type { Side } from "./subject-protocol.ts";

/** Enough to bound a median well where samples are as far apart as those of CPU are. */
const usualPairs = 30;

/** Samples a measure in alternated pairs and judges it. Throws when it cannot be taken or a subject fails. */
export async function runMeasure(measure: Measure): Promise<Result> {
  const hindrance = measure.hindrance?.();
  if (hindrance !== undefined) throw new Error(hindrance);
  try {
    const sampler = await openSampler(measure);
    const result = resultOf(measure, await takePairs(measure, sampler));
    await sampler.close();
    return result;
  } finally {
    await closeWhatIsLeftOpen((line) => process.stderr.write(`${measure.name}: ${line}\n`));
  }
}

async function takePairs(measure: Measure, sampler: Sampler): Promise<Pair[]> {
  const pairs: Pair[] = [];
  while (pairs.length < (measure.pairs ?? usualPairs)) {
    pairs.push(
      hasRival(measure) ? await takePair(sampler, pairs.length) : await takeSingle(measure, sampler),
    );
  }
  return pairs;
}

/** Who goes first changes from pair to pair, so that a machine that is slowing down favours nobody. */
async function takePair(sampler: Sampler, index: number): Promise<Pair> {
  const order: readonly Side[] = index % 2 === 0 ? ["ours", "theirs"] : ["theirs", "ours"];
  const pair = { ours: 0, theirs: 0 };
  for (const side of order) pair[side] = await sampler.sample(side);
  return pair;
}

async function takeSingle(measure: Measure, sampler: Sampler): Promise<Pair> {
  return { ours: await sampler.sample("ours"), theirs: measure.limit };
}

/** The middle of a list of numbers that is not empty; of an even count the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * Bounds that hold the median of what was sampled with at least 95 % confidence, from the order of the samples
 * alone (the sign test's interval), so it needs no belief about how they are spread. Below 6 samples no such
 * interval exists, and the extremes are given.
 *
 * @example medianBounds(thirtyRatios) // { low: the 10th smallest, high: the 10th largest }
 */
export function medianBounds(values: readonly number[]): { readonly low: number; readonly high: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(lowerRank(sorted.length), 1);
  return { low: sorted.at(rank - 1) ?? Number.NaN, high: sorted.at(-rank) ?? Number.NaN };
}

/** The largest k for which fewer than k of `count` samples lie below the median with a chance of at most 2.5 %. */
function lowerRank(count: number): number {
  let probability = 0.5 ** count;
  let cumulative = 0;
  for (let below = 0; below <= count; below++) {
    cumulative += probability;
    if (cumulative > 0.025) return below;
    probability *= (count - below) / (below + 1);
  }
  return count;
}

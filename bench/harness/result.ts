import { type Measure, unitOf } from "./measure.ts";
import { median, medianBounds } from "./statistics.ts";

/** One sample of each side, taken one after the other. Without a rival `theirs` is the absolute limit. */
export interface Pair {
  readonly ours: number;
  readonly theirs: number;
}

/** A line of `pnpm bench --json`; the names and their meaning are a fixed interface. */
export interface Result {
  readonly name: string;
  /** Median of the paired ratios `ours / theirs`; `ours` itself where the limit is 0. */
  readonly ratio: number;
  readonly limit: number;
  readonly holds: boolean;
  readonly low: number;
  readonly high: number;
  readonly ours: number;
  readonly theirs: number;
  readonly unit: string;
  readonly pairs: number;
}

/** Judges the pairs of a measure. */
export function resultOf(measure: Measure, pairs: readonly Pair[]): Result {
  if (measure.kind === "figure" && measure.result === "total") return totalOf(measure, pairs);
  const { limit } = ratioTarget(measure);
  const ratios = pairs.map(({ ours, theirs }) => (theirs === 0 ? ours : ours / theirs));
  const ratio = median(ratios);
  const { low, high } = medianBounds(ratios);
  return {
    name: measure.name,
    ratio: rounded(ratio),
    limit,
    holds: ratio <= limit,
    low: rounded(low),
    high: rounded(high),
    ours: rounded(median(pairs.map((pair) => pair.ours))),
    theirs: rounded(median(pairs.map((pair) => pair.theirs))),
    unit: unitOf(measure),
    pairs: pairs.length,
  };
}

/** A total has no spread: it is what happened. */
function totalOf(measure: Measure, pairs: readonly Pair[]): Result {
  const { limit } = ratioTarget(measure);
  const ours = pairs.reduce((sum, pair) => sum + pair.ours, 0);
  const ratio = measure.limit === 0 ? ours : ours / measure.limit;
  return {
    name: measure.name,
    ratio: rounded(ratio),
    limit,
    holds: ratio <= limit,
    low: rounded(ratio),
    high: rounded(ratio),
    ours: rounded(ours),
    theirs: measure.limit,
    unit: unitOf(measure),
    pairs: pairs.length,
  };
}

/** Limit and aim as ratios: an absolute limit is 1, and its aim a part of it. */
export function ratioTarget(measure: Measure): { readonly limit: number; readonly aim: number } {
  const { limit, aim } = measure;
  return hasRival(measure) || limit === 0 ? { limit, aim } : { limit: 1, aim: aim / limit };
}

/** Whether a measure compares two sides; otherwise its limit is absolute. */
export function hasRival(measure: Measure): boolean {
  if (measure.kind === "download-size") return false;
  return measure.kind === "command-cpu" || measure.theirs !== undefined;
}

/** Four significant digits: more would be noise. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** A line for people. */
export function describeResult(result: Result, aim: number): string {
  const { name, ratio, low, high, limit, holds, ours, theirs, unit, pairs } = result;
  const verdict = holds ? (ratio <= aim ? "aim reached" : "holds") : "DOES NOT HOLD";
  const figures = `${ours} / ${theirs} ${unit}, ${pairs} pairs`;
  return `${name.padEnd(28)} ${String(ratio).padStart(7)} [${low} .. ${high}]  limit ${limit}, aim ${rounded(aim)}: ${verdict} (${figures})`;
}

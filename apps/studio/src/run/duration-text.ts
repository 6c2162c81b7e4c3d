/**
 * A duration in milliseconds as people say it: three digits are enough.
 *
 * @example durationText(0.4) // "0.4 ms"
 */
export function durationText(milliseconds: number): string {
  if (milliseconds < 0.05) return "< 0.1 ms";
  if (milliseconds < 10) return `${milliseconds.toFixed(1)} ms`;
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1_000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`;
  return `${Math.floor(milliseconds / 60_000)} min ${Math.round((milliseconds % 60_000) / 1_000)} s`;
}

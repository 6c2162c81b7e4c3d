import type { KeepAliveClient } from "./keep-alive-client.ts";

/** Milliseconds that so many calls take when each client asks again as soon as it was answered. */
export async function timeOfCalls(clients: readonly KeepAliveClient[], calls: number): Promise<number> {
  let left = calls;
  const start = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      for (; left > 0; ) {
        left -= 1;
        await client.call();
      }
    }),
  );
  return performance.now() - start;
}

/**
 * How long each of so many calls takes that come at a fixed pace, whether or not earlier ones were answered; waiting
 * for a free client counts.
 */
export async function durationsAtPace(
  clients: readonly KeepAliveClient[],
  { calls, perSecond }: { readonly calls: number; readonly perSecond: number },
): Promise<number[]> {
  const durations: number[] = [];
  const start = performance.now();
  const dueAt = (call: number): number => start + (call * 1_000) / perSecond;
  let next = 0;
  await Promise.all(
    clients.map(async (client) => {
      for (; next < calls; ) {
        const due = dueAt(next);
        next += 1;
        const early = due - performance.now();
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
        await client.call();
        durations.push(performance.now() - due);
      }
    }),
  );
  return durations;
}

/** The value that so large a part of them does not go beyond. @example quantile([4, 1, 3, 2], 0.5) // 2 */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

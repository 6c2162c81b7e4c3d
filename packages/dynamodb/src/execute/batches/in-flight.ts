/** Calls that are under way at one time. */
const most = 8;

/**
 * Does the same with each part, up to eight at once; the results are in the order of the parts. When one fails, no
 * further one is begun, and the failure is thrown once those under way have ended.
 */
export async function inFlight<Part, Result>(
  parts: readonly Part[],
  action: (part: Part) => Promise<Result>,
  { atOnce = most } = {},
): Promise<Result[]> {
  const results: Result[] = [];
  const failures: unknown[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < parts.length && failures.length === 0) {
      const position = next;
      next += 1;
      try {
        results[position] = await action(parts[position] as Part);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, parts.length) }, work));
  if (failures.length > 0) throw failures[0];
  return results;
}

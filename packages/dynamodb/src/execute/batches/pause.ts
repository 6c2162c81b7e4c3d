/** Milliseconds: the longest pause before the second try, and the longest of all. */
const firstPause = 50;
const longestPause = 5_000;

/**
 * Waits before a further try: any time up to a limit that doubles with each try, so that many who were turned away
 * together do not come back together.
 *
 * @param attempt number of the try that follows, from 2
 * @throws the reason of the signal when it is aborted
 */
export async function pauseBefore(attempt: number, signal: AbortSignal): Promise<void> {
  const limit = Math.min(firstPause * 2 ** (attempt - 2), longestPause);
  const { setTimeout: wait } = await import("node:timers/promises");
  try {
    await wait(Math.random() * limit, undefined, { signal });
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  }
}

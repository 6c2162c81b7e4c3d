/** How long after the opening the rest is fetched, in milliseconds: what is seen first goes first. */
const quietTime = 1_500;

/**
 * Fetches code that the first screen does without, one after the other, while the person looks round: so that it is
 * there at once when it is needed, and when the server is not. Returns what calls it off.
 *
 * @param loads in the order in which they are likely to be needed
 */
export function fetchLater(loads: readonly (() => Promise<unknown>)[]): () => void {
  let isOver = false;
  const fetchAll = async () => {
    for (const load of loads) {
      if (isOver) return;
      // Whoever needs it tries again, and says what is wrong.
      await load().catch(() => {});
    }
  };
  const later = setTimeout(() => void fetchAll(), quietTime);
  return () => {
    isOver = true;
    clearTimeout(later);
  };
}

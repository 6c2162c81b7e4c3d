/** How everything is closed that is open, in the order in which it was opened. A process has one such list, as it has one end. */
const open = new Set<() => Promise<void>>();
let isEnding = false;

/**
 * Notes at once how something is closed that was just opened: a process, a server, a folder. Whoever opened it closes it with what
 * comes back; when that does not happen, because something after it failed or somebody pressed Ctrl+C, {@link closeWhatIsLeftOpen} does.
 *
 * @throws where a signal has ended the benchmark meanwhile: nothing further is opened then
 * @example const child = spawn(...); const end = closedInAnyCase(() => child.kill());
 */
export function closedInAnyCase(close: () => unknown): () => Promise<void> {
  const closeOnce = async (): Promise<void> => {
    if (open.delete(closeOnce)) await close();
  };
  open.add(closeOnce);
  if (!isEnding) return closeOnce;
  void closeOnce();
  throw new Error("The benchmark has been ended.");
}

/** Closes what is open, the newest first. What cannot be closed is told, and keeps nothing else open. */
export async function closeWhatIsLeftOpen(tell: (line: string) => void): Promise<void> {
  for (const close of [...open].toReversed()) {
    try {
      await close();
    } catch (error) {
      tell(`Something could not be closed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** By which somebody ends the benchmark: Ctrl+C, a time limit, a terminal that is closed. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** From now on a signal closes what is open before the process ends. A second one ends it at once. */
export function closeOnSignals(): void {
  for (const signal of signals)
    process.once(signal, () => {
      isEnding = true;
      void closeWhatIsLeftOpen((line) => process.stderr.write(`${line}\n`)).then(() =>
        process.kill(process.pid, signal),
      );
    });
}

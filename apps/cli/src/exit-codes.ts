/** What the exit code of a command says (docs/guide/command-line.md). */
export const exitCodes = {
  done: 0,
  /** `run`: the flow failed. `check`, `fmt --check`, `eval`: something was found. `export`: written, but with errors. */
  failed: 1,
  /** The command was written wrong, or would write over something. */
  usage: 2,
  /** What the command names cannot be read, or has an error where that is in the way: nothing ran, nothing was written. */
  unreadable: 3,
} as const;

/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The command was written wrong; the message says what is expected. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

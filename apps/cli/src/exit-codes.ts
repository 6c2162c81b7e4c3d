/** What the exit code of a command says (docs/guide/command-line.md). */
export const exitCodes = {
  done: 0,
  /** `run`: the flow failed. `check`, `fmt --check`, `eval`: something was found. */
  failed: 1,
  /** The command was written wrong. */
  usage: 2,
  /** `run`: the project or flow cannot be read, or has an error; nothing ran. */
  unreadable: 3,
} as const;

/** One of {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The command was written wrong; the message says what is expected. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What the command names cannot be read: it is not there, or it is broken. The message says which, and why. */
export class UnreadableError extends Error {
  override readonly name = "UnreadableError";
}

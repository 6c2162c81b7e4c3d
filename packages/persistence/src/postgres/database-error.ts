/** Why there is no database, in a sentence for the person who runs the server. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  readonly code:
    | "not-installed"
    | "not-started"
    | "other-version"
    | "not-upgraded"
    | "newer-tables"
    | "not-reached"
    | "not-restored";

  constructor(code: DatabaseError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

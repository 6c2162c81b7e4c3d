/** Why a server did not start, in a sentence for the person who tried. */
export class ServerError extends Error {
  override readonly name = "ServerError";
  readonly code:
    | "accounts-need-database"
    | "already-running"
    | "no-database"
    | "no-project"
    | "public-bind-refused"
    | "unknown-person"
    | "wrong-port"
    | "wrong-setting"
    | "port-taken";

  constructor(code: ServerError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

import { type RequestHead, singleHeader } from "../http/guards/request-head.ts";

/** How long somebody stays signed in. */
export const sessionDuration = 7 * 24 * 3_600_000;

/** The cookie of a session. Scripts cannot read it, and other sites cannot have it sent along with a request. */
export class SessionCookie {
  readonly #name: string;
  readonly #attributes: string;

  /** @param isSecure whether the server is reached by https */
  constructor(isSecure: boolean) {
    this.#name = isSecure ? "__Host-rivulet-session" : "rivulet-session";
    this.#attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
  }

  /** The token in a request. */
  read(head: RequestHead): string | undefined {
    return readCookie(head, this.#name);
  }

  /** Value of the header that makes a browser keep the session. */
  write(token: string): string {
    return `${this.#name}=${token}; ${this.#attributes}; Max-Age=${sessionDuration / 1000}`;
  }

  /** Value of the header that makes a browser forget the session. */
  forget(): string {
    return `${this.#name}=; ${this.#attributes}; Max-Age=0`;
  }
}

/** A cookie of a request, if it has exactly one of this name. */
export function readCookie(head: RequestHead, name: string): string | undefined {
  const pairs = (singleHeader(head, "cookie") ?? "").split(/; */);
  const values = pairs
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 && /^[\w-]{1,200}$/.test(values[0] ?? "") ? values[0] : undefined;
}

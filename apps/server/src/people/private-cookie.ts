import { type RequestHead, singleHeader } from "../http/guards/request-head.ts";

/** How long somebody stays signed in. */
export const sessionDuration = 7 * 24 * 3_600_000;

/** What a cookie is made of. */
export interface CookieFacts {
  /** Behind `rivulet-`. */
  readonly name: string;
  /** Whether the server is reached by https. */
  readonly isSecure: boolean;
  /** Milliseconds for which a browser keeps it. */
  readonly duration: number;
}

/** A cookie of ours. Scripts cannot read it, and other sites cannot have it sent along with a request. */
export class PrivateCookie {
  readonly #name: string;
  readonly #attributes: string;
  readonly #duration: number;

  constructor({ name, isSecure, duration }: CookieFacts) {
    this.#name = `${isSecure ? "__Host-" : ""}rivulet-${name}`;
    this.#attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
    this.#duration = duration;
  }

  /** The value in a request. */
  read(head: RequestHead): string | undefined {
    return readCookie(head, this.#name);
  }

  /** Value of the header that makes a browser keep it. */
  write(value: string): string {
    return `${this.#name}=${value}; ${this.#attributes}; Max-Age=${this.#duration / 1000}`;
  }

  /** Value of the header that makes a browser forget it. */
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

import type { SecretVault } from "../ports/effect-port.ts";

type Secret = Readonly<Record<string, string>>;

/** The secret values of one run. Handles count from 1, so a repetition of the run records the same ones. */
export class SecretStore implements SecretVault {
  readonly #handles = new Map<string, string>();
  readonly #secrets = new Map<string, Secret>();

  keep(secret: Secret): string {
    const content = JSON.stringify(Object.entries(secret).sort(([left], [right]) => (left < right ? -1 : 1)));
    const known = this.#handles.get(content);
    if (known !== undefined) return known;
    const handle = `secret:${this.#secrets.size + 1}`;
    this.#handles.set(content, handle);
    this.#secrets.set(handle, secret);
    return handle;
  }

  open(handle: string): Secret {
    const secret = this.#secrets.get(handle);
    if (!secret) throw new Error("The handle belongs to no secret of this run.");
    return secret;
  }
}

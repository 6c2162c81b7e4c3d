import type { KeepOptions, SecretVault } from "../ports/effect-port.ts";
import type { SecretMask } from "./secret-mask.ts";

type Secret = Readonly<Record<string, string>>;

/** The same for equal secrets and for no others: each name and value with its length before it. */
function contentOf(secret: Secret): string {
  let content = "";
  for (const name of Object.keys(secret).sort()) {
    const value = secret[name] ?? "";
    content += `${name.length}:${name}${value.length}:${value}`;
  }
  return content;
}

/** The secret values of one run. Handles count from 1, so a repetition of the run records the same ones. */
export class SecretStore implements SecretVault {
  readonly #mask: SecretMask;
  readonly #handles = new Map<string, string>();
  readonly #secrets = new Map<string, Secret>();

  /** `mask` hides from then on what is kept. */
  constructor(mask: SecretMask) {
    this.#mask = mask;
  }

  keep(secret: Secret, { isPublic = false }: KeepOptions = {}): string {
    const content = contentOf(secret);
    const known = this.#handles.get(content);
    if (known !== undefined) return known;
    const handle = `secret:${this.#secrets.size + 1}`;
    this.#handles.set(content, handle);
    this.#secrets.set(handle, secret);
    if (!isPublic) for (const value of Object.values(secret)) this.#mask.add(value);
    return handle;
  }

  open(handle: string): Secret {
    const secret = this.#secrets.get(handle);
    if (!secret) throw new Error("The handle belongs to no secret of this run.");
    return secret;
  }
}

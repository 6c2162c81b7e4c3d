import type { AwsKeys } from "./aws-keys.ts";

/** Keys that are valid for a limited time. */
export interface TemporaryKeys {
  readonly keys: AwsKeys;
  /** Milliseconds since 1970. */
  readonly expiration: number;
}

/** New keys are asked for this long before the old ones expire, so that none expires in the middle of a call. */
const renewalTime = 5 * 60_000;

/** Whether keys that expire then have to be replaced before the next call. */
export function isExpiring(expiration: number, now = Date.now()): boolean {
  return expiration - now < renewalTime;
}

const mostKept = 100;

/**
 * Keeps temporary keys by what they were made from, until they are about to expire. Who asks while they are being made
 * waits for the same ones; a failure is not kept.
 */
export class KeptKeys {
  readonly #kept = new Map<string, Promise<TemporaryKeys>>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  async get(source: string, make: () => Promise<TemporaryKeys>): Promise<TemporaryKeys> {
    const known = this.#kept.get(source);
    if (known) {
      const keys = await known;
      if (!isExpiring(keys.expiration, this.#now())) return keys;
      // Somebody else may have begun to replace them meanwhile.
      if (this.#kept.get(source) !== known) return this.get(source, make);
    }
    const making = make();
    this.#keep(source, making);
    try {
      return await making;
    } catch (error) {
      if (this.#kept.get(source) === making) this.#kept.delete(source);
      throw error;
    }
  }

  #keep(source: string, keys: Promise<TemporaryKeys>): void {
    this.#kept.delete(source);
    this.#kept.set(source, keys);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) break;
      this.#kept.delete(oldest);
    }
  }
}

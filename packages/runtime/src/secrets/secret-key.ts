import { createHash, randomBytes } from "node:crypto";

/** A key that wraps the keys of single values. */
export interface SecretKey {
  /** Tells it from other keys, and says nothing about it. @example "9f86d081884c" */
  readonly id: string;
  readonly bytes: Buffer;
}

const keyBytes = 32;

function keyOf(bytes: Buffer): SecretKey {
  const id = createHash("sha256").update("rivulet secret key\n").update(bytes).digest("hex").slice(0, 12);
  return { id, bytes };
}

/** A new key, from the random source of the system. */
export function newSecretKey(): SecretKey {
  return keyOf(randomBytes(keyBytes));
}

/** A key from its text: 32 bytes as base64 or as 64 hexadecimal digits; `undefined` for every other text. */
export function secretKeyFrom(text: string): SecretKey | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return keyOf(Buffer.from(text, "hex"));
  if (!/^[\w+/-]{43}=?$/.test(text)) return undefined;
  const bytes = Buffer.from(text, "base64url");
  return bytes.length === keyBytes ? keyOf(bytes) : undefined;
}

/** The text of a key, as {@link secretKeyFrom} reads it. */
export function secretKeyText({ bytes }: SecretKey): string {
  return bytes.toString("base64");
}

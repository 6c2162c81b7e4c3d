import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { SecretKey } from "./secret-key.ts";

/**
 * A value that only the holder of a key can read (AES-256-GCM): `ct` is the value under a key of its own, `wrappedKey`
 * that key under the key named `kid`. So changing the key means to wrap again, and no value is decrypted for it.
 */
export interface SealedValue {
  readonly v: 1;
  readonly kid: string;
  readonly wrappedKey: string;
  readonly iv: string;
  readonly ct: string;
}

const cipher = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

interface Encryption {
  readonly key: Buffer;
  readonly iv: Buffer;
  /** What the text belongs to: at another place it does not open. */
  readonly place: string;
}

function encrypt(text: Buffer, { key, iv, place }: Encryption): Buffer {
  const encryption = createCipheriv(cipher, key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(place));
  return Buffer.concat([encryption.update(text), encryption.final(), encryption.getAuthTag()]);
}

/** Throws when a bit was changed, or when key or place is another one. */
function decrypt(sealed: Buffer, { key, iv, place }: Encryption): Buffer {
  const end = sealed.length - tagBytes;
  const decryption = createDecipheriv(cipher, key, iv, { authTagLength: tagBytes })
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(end));
  return Buffer.concat([decryption.update(sealed.subarray(0, end)), decryption.final()]);
}

function wrap(dataKey: Buffer, key: SecretKey, place: string): Pick<SealedValue, "kid" | "wrappedKey"> {
  const iv = randomBytes(ivBytes);
  const wrapped = encrypt(dataKey, { key: key.bytes, iv, place });
  return { kid: key.id, wrappedKey: Buffer.concat([iv, wrapped]).toString("base64") };
}

function unwrap({ wrappedKey }: SealedValue, key: SecretKey, place: string): Buffer {
  const bytes = Buffer.from(wrappedKey, "base64");
  return decrypt(bytes.subarray(ivBytes), { key: key.bytes, iv: bytes.subarray(0, ivBytes), place });
}

/** Encrypts a text for one place. @param place what the value belongs to; it stands in no clear text of the result */
export function seal(text: string, key: SecretKey, place: string): SealedValue {
  const dataKey = randomBytes(32);
  const iv = randomBytes(ivBytes);
  const ct = encrypt(Buffer.from(text), { key: dataKey, iv, place }).toString("base64");
  return { v: 1, ...wrap(dataKey, key, place), iv: iv.toString("base64"), ct };
}

/** Decrypts. Throws when the value was changed, belongs to another place, or was wrapped with another key. */
export function unseal(sealed: SealedValue, key: SecretKey, place: string): string {
  const dataKey = unwrap(sealed, key, place);
  const iv = Buffer.from(sealed.iv, "base64");
  return decrypt(Buffer.from(sealed.ct, "base64"), { key: dataKey, iv, place }).toString("utf8");
}

/** The same value under another key; what it is stays closed. Throws as {@link unseal} does. */
export function rewrap(
  sealed: SealedValue,
  { from, to }: { readonly from: SecretKey; readonly to: SecretKey },
  place: string,
): SealedValue {
  return { ...sealed, ...wrap(unwrap(sealed, from, place), to, place) };
}

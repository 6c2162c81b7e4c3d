import { createHash, randomBytes } from "node:crypto";

/** A secret that is given out once; only its hash is kept. */
export interface OneTimeToken {
  readonly token: string;
  readonly hash: string;
}

/** Makes a token of 256 random bits, after a prefix that says what it is for. */
export function newToken(prefix: string): OneTimeToken {
  const token = `${prefix}${randomBytes(32).toString("base64url")}`;
  return { token, hash: hashOfToken(token) };
}

/** What is kept of a token. Tokens are random, so a fast hash cannot be tried out; passwords need a slow one. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { StoredAccount } from "@rivulet/persistence";

/** How long a browser is known after the last sign-in there. */
export const browserKnownFor = 180 * 24 * 3_600_000;

const shape = /^(?<id>[\w-]{22})(?<until>\d{13})(?<seal>[\w-]{43})$/;

function sealOf(passwordHash: string, said: string): string {
  return createHmac("sha256", passwordHash).update(said).digest("base64url");
}

/**
 * What a browser keeps in which somebody has signed in, so that strangers who guess passwords for the address keep
 * strangers out, and not the person (OWASP, "device cookies"). It lets nobody in; it only has a count of wrong passwords
 * of its own. It is sealed with the stored password, so nobody makes one without having signed in, and a new password ends
 * all of them.
 *
 * @returns `undefined` for an account without a password
 */
export function browserMark({ id, passwordHash }: StoredAccount, now: number): string | undefined {
  if (passwordHash === null) return undefined;
  const browser = randomBytes(16).toString("base64url");
  const until = now + browserKnownFor;
  return `${browser}${until}${sealOf(passwordHash, `${id} ${browser} ${until}`)}`;
}

/** Id of the browser with this mark, where it is one of the account and holds still. */
export function knownBrowser(
  mark: string | undefined,
  account: StoredAccount | undefined,
  now: number,
): string | undefined {
  const { id = "", until = "", seal = "" } = shape.exec(mark ?? "")?.groups ?? {};
  const passwordHash = account?.passwordHash ?? null;
  if (id === "" || !account || passwordHash === null || Number(until) <= now) return undefined;
  const expected = Buffer.from(sealOf(passwordHash, `${account.id} ${id} ${until}`));
  const given = Buffer.from(seal);
  return expected.length === given.length && timingSafeEqual(expected, given) ? id : undefined;
}

import type { PostgresAccounts, StoredAccount, TryLimits } from "@rivulet/persistence";
import { HttpProblem } from "../http/http-problem.ts";
import type { AuditLog } from "./audit-log.ts";
import type { Caller } from "./caller.ts";
import { personOfAccount } from "./identity.ts";
import { knownBrowser } from "./known-browsers.ts";
import { hashOfToken, newToken } from "./one-time-token.ts";
import { isPassword } from "./password-hash.ts";
import { sessionDuration } from "./private-cookie.ts";

const minute = 60_000;

/** Five mistakes are free; then half a minute, twice as long after each further one, up to an hour. */
const tryLimits: TryLimits = { freeTries: 5, firstWait: minute / 2, longestWait: 60 * minute };
/** A day later nobody remembers. */
const failuresAreOldAfter = 24 * 60 * minute;

/** An address as it is stored and compared. */
export function plainEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** What signing in needs of the rest. */
export interface SignInParts {
  readonly accounts: PostgresAccounts;
  readonly audit: AuditLog;
  /** Told when somebody is signed in or out: what is remembered of callers is old then. */
  readonly changed: () => void;
}

/** Somebody who has just signed in. */
export interface BegunSession {
  /** For the cookie. */
  readonly token: string;
  readonly account: StoredAccount;
}

/** What somebody signs in with. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** What the browser keeps in which somebody has signed in before. */
  readonly browserMark?: string | undefined;
}

/** Signing in and out: passwords, and how often they may be wrong. */
export class SignIn {
  readonly #parts: SignInParts;

  constructor(parts: SignInParts) {
    this.#parts = parts;
  }

  /**
   * Signs somebody in with a password. What is answered does not tell whether the address has an account. Wrong passwords
   * count for the address, but in a browser in which the person has signed in before for this browser alone: what
   * strangers try does not keep the person out.
   *
   * @throws {HttpProblem} `wrong-credentials`, `too-many-tries`
   */
  async withPassword({ password, browserMark, ...written }: Credentials): Promise<BegunSession> {
    const { accounts, audit } = this.#parts;
    const email = plainEmail(written.email);
    const account = await accounts.find({ email });
    const browser = knownBrowser(browserMark, account, Date.now());
    const counted = browser === undefined ? email : `browser ${browser}`;
    const begun = await accounts.beginTry(counted, tryLimits);
    if (begun !== "begun") throw tooManyTries(begun);
    const isRight = await isPassword(password, account?.passwordHash ?? null);
    if (!account || !isRight || account.isDisabled) {
      await accounts.forgetOldFailures(failuresAreOldAfter);
      await audit.record({ who: { kind: "anonymous" }, action: "sign-in-failed", subject: email });
      throw new HttpProblem("wrong-credentials", "The address or the password is wrong.");
    }
    await accounts.forgetFailures(counted);
    return await this.begin(account, "with the password");
  }

  /** Begins a session for somebody who has proved who he is. */
  async begin(account: StoredAccount, how: string): Promise<BegunSession> {
    const { accounts, audit } = this.#parts;
    const { token, hash } = newToken("");
    await accounts.addSession(hash, account.id, Date.now() + sessionDuration);
    await accounts.change(account.id, { signedInAt: Date.now() });
    const who: Caller = { kind: "person", person: personOfAccount(account) };
    await audit.record({ who, action: "signed-in", subject: account.email, detail: how });
    return { token, account };
  }

  /** Ends the session with this token. */
  async end(token: string, who: Caller): Promise<void> {
    await this.#parts.accounts.endSession(hashOfToken(token));
    this.#parts.changed();
    if (who.kind === "person")
      await this.#parts.audit.record({ who, action: "signed-out", subject: who.person.name });
  }
}

function tooManyTries(until: number): HttpProblem {
  const seconds = Math.max(1, Math.ceil((until - Date.now()) / 1000));
  const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  const detail = `Too many wrong passwords for this address. Try again in ${wait}, or ask an administrator for a one-time link: the command rivulet people link makes one on the machine of the server.`;
  return new HttpProblem("too-many-tries", detail, { headers: { "retry-after": String(seconds) } });
}

import type { OwnedKey, PostgresAccounts, PostgresApiKeys, StoredAccount } from "@rivulet/persistence";
import { type RequestHead, singleHeader } from "../http/guards/request-head.ts";
import { HttpProblem } from "../http/http-problem.ts";
import { type Caller, type KeyScope, keyScopes, type Person } from "./caller.ts";
import { hashOfToken } from "./one-time-token.ts";
import type { PrivateCookie } from "./private-cookie.ts";

/** What is known is asked for again after so long, in milliseconds: so late another server's changes are seen here. */
const freshFor = 5_000;
/** More than people are at work at once; all are forgotten then, which only costs a question each. */
const mostKnown = 5_000;

interface Known {
  readonly caller: Promise<Caller | undefined>;
  readonly until: number;
}

/** An account as the rest of the server sees the person. */
export function personOfAccount({ id, name, authoring, userRoles }: StoredAccount): Person {
  return { id, name, authoring, userRoles };
}

/** Says who sends a request, by its key or the cookie of its session. */
export class Identity {
  readonly #accounts: PostgresAccounts;
  readonly #keys: PostgresApiKeys;
  readonly #cookie: PrivateCookie;
  #known = new Map<string, Known>();

  constructor(parts: { accounts: PostgresAccounts; keys: PostgresApiKeys; cookie: PrivateCookie }) {
    this.#accounts = parts.accounts;
    this.#keys = parts.keys;
    this.#cookie = parts.cookie;
  }

  /** Forgets what is known: of what has changed by this server, nothing old is believed. */
  forget(): void {
    // Another map: what was asked before, and is answered after this moment, is not put into it.
    this.#known = new Map();
  }

  /** Throws `sign-in-needed` for a key that is none: a program with a wrong key should not go on without one. */
  async callerOf(head: RequestHead): Promise<Caller> {
    if (head.headers["authorization"] !== undefined) return await this.#holderOf(head);
    const token = this.#cookie.read(head);
    if (token === undefined) return { kind: "anonymous" };
    const caller = await this.#look(`session ${hashOfToken(token)}`, async () => {
      const account = await this.#accounts.accountOfSession(hashOfToken(token));
      return account && { kind: "person", person: personOfAccount(account) };
    });
    return caller ?? { kind: "anonymous" };
  }

  async #holderOf(head: RequestHead): Promise<Caller> {
    const [, token] = /^Bearer ([\w-]{1,200})$/i.exec(singleHeader(head, "authorization") ?? "") ?? [];
    const hash = token === undefined ? undefined : hashOfToken(token);
    const caller =
      hash === undefined
        ? undefined
        : await this.#look(`key ${hash}`, async () => {
            const owned = await this.#keys.use(hash);
            return owned && callerOfKey(owned);
          });
    if (caller) return caller;
    const detail = "This API key is none of this server, or it has expired. Make another one in the studio.";
    throw new HttpProblem("sign-in-needed", detail, { headers: { "www-authenticate": "Bearer" } });
  }

  /** Who asks while the answer is on its way waits for the same one: of many calls with a key, one asks the database. */
  async #look(name: string, ask: () => Promise<Caller | undefined>): Promise<Caller | undefined> {
    const all = this.#known;
    const known = all.get(name);
    if (known && known.until > Date.now()) return await known.caller;
    if (all.size >= mostKnown) all.clear();
    const asked = { caller: ask(), until: Date.now() + freshFor };
    all.set(name, asked);
    try {
      return await asked.caller;
    } catch (error) {
      if (all.get(name) === asked) all.delete(name);
      throw error;
    }
  }
}

function callerOfKey({ key, owner }: OwnedKey): Caller {
  const scopes = key.scopes.filter((scope): scope is KeyScope =>
    (keyScopes as readonly string[]).includes(scope),
  );
  return { kind: "key", id: key.id, name: key.name, owner: personOfAccount(owner), scopes };
}

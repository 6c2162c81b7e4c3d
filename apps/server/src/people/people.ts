import type { PostgresAccounts, PostgresApiKeys } from "@rivulet/persistence";
import { HttpProblem } from "../http/http-problem.ts";
import { ApiKeys } from "./api-keys.ts";
import type { AuditLog } from "./audit-log.ts";
import { Identity } from "./identity.ts";
import { browserKnownFor } from "./known-browsers.ts";
import { OneTimeLinks } from "./one-time-links.ts";
import { type OpenIdSettings, OpenIdSignIn } from "./open-id.ts";
import { PeopleRegister } from "./people-register.ts";
import { PrivateCookie, sessionDuration } from "./private-cookie.ts";
import { SignIn } from "./sign-in.ts";

/** Everything about people on a server that has accounts. */
export interface People {
  readonly identity: Identity;
  readonly cookie: PrivateCookie;
  /** Tells a browser in which somebody has signed in before. */
  readonly browserCookie: PrivateCookie;
  readonly signIn: SignIn;
  readonly links: OneTimeLinks;
  readonly register: PeopleRegister;
  readonly keys: ApiKeys;
  readonly accounts: PostgresAccounts;
  /** Signing in with another house, where one is named. */
  readonly openId: OpenIdSignIn | undefined;
  /** Whether people reach the server by https. */
  readonly isSecure: boolean;
}

/** What {@link openPeople} wires together. */
export interface PeopleOptions {
  readonly accounts: PostgresAccounts;
  readonly keys: PostgresApiKeys;
  readonly audit: AuditLog;
  /** What links begin with. Asked when one is made: a server that takes a free port knows it late. */
  readonly baseUrl: () => string;
  /** Whether people reach the server by https. */
  readonly isSecure: boolean;
  readonly openId: OpenIdSettings | undefined;
  /** Told when rights, passwords or keys have changed: who follows something has to ask for it anew. */
  readonly onChanged: () => void;
  /** Is told in a sentence what the administrator of the server has to repair. */
  readonly warn: (line: string) => void;
}

/** Wires what belongs to accounts. */
export function openPeople(options: PeopleOptions): People {
  const { accounts, keys, audit, baseUrl, isSecure, openId, warn } = options;
  const cookie = new PrivateCookie({ name: "session", isSecure, duration: sessionDuration });
  const browserCookie = new PrivateCookie({ name: "browser", isSecure, duration: browserKnownFor });
  const identity = new Identity({ accounts, keys, cookie });
  const changed = () => {
    identity.forget();
    options.onChanged();
  };
  const links = new OneTimeLinks({ accounts, audit, baseUrl, changed });
  return {
    identity,
    cookie,
    browserCookie,
    signIn: new SignIn({ accounts, audit, changed }),
    links,
    register: new PeopleRegister({ accounts, links, audit, changed }),
    keys: new ApiKeys({ keys, audit, changed }),
    accounts,
    openId: openId && new OpenIdSignIn({ settings: openId, accounts, audit, baseUrl, warn }),
    isSecure,
  };
}

/** The people of a server. Throws `accounts-off` where there are none. */
export function requirePeople(people: People | undefined): People {
  if (people) return people;
  const detail =
    "This server has no accounts: whoever reaches it may do everything. Start it with --accounts to have some.";
  throw new HttpProblem("accounts-off", detail);
}

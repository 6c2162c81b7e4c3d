import { randomUUID } from "node:crypto";
import type { PostgresAccounts, StoredAccount } from "@rivulet/persistence";
import { HttpProblem } from "../http/http-problem.ts";
import type { AuditLog } from "./audit-log.ts";
import type { Caller } from "./caller.ts";
import { personOfAccount } from "./identity.ts";
import { hashOfToken, newToken } from "./one-time-token.ts";
import { hashPassword } from "./password-hash.ts";
import { passwordFault } from "./password-policy.ts";
import { plainEmail } from "./sign-in.ts";

const hour = 3_600_000;
/** The first administrator starts the server and clicks; other people get their link by mail. */
const firstLinkDuration = hour;
const linkDuration = 24 * hour;

/** What one-time links need of the rest. */
export interface OneTimeLinkParts {
  readonly accounts: PostgresAccounts;
  readonly audit: AuditLog;
  /** What links begin with: `https://rivulet.example.org`. */
  readonly baseUrl: () => string;
  /** Told when an account has changed. */
  readonly changed: () => void;
}

/** For whom a link is. */
export type LinkPurpose =
  | { readonly kind: "first-administrator" }
  | { readonly kind: "password"; readonly account: StoredAccount };

/** What the holder of a link writes into the form. The name and the address of an account that exists stand already. */
export interface LinkForm {
  readonly token: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly password: string;
}

/** Links with which somebody sets a password, once. */
export class OneTimeLinks {
  readonly #parts: OneTimeLinkParts;

  constructor(parts: OneTimeLinkParts) {
    this.#parts = parts;
  }

  /** A link for the first administrator; earlier ones end. `undefined` when there is an administrator. */
  async forFirstAdministrator(): Promise<string | undefined> {
    if (await this.#parts.accounts.hasAdministrator()) return undefined;
    return await this.#make(null, firstLinkDuration);
  }

  /**
   * A link for a new person, or for one who has forgotten the password; earlier ones end.
   *
   * @param detail how it came to it, for the audit log
   */
  async forAccount({ id, name }: StoredAccount, who: Caller, detail = ""): Promise<string> {
    const link = await this.#make(id, linkDuration);
    await this.#parts.audit.record({ who, action: "link-made", subject: name, detail });
    return link;
  }

  // After the # nothing is sent to a server, so a link stands in no log and in no Referer header.
  async #make(account: string | null, duration: number): Promise<string> {
    const { token, hash } = newToken("");
    await this.#parts.accounts.addLink(hash, account, Date.now() + duration);
    return `${this.#parts.baseUrl()}/sign-in#link=${token}`;
  }

  /** For whom a link is. Throws `unknown-link`. */
  async purposeOf(token: string): Promise<LinkPurpose> {
    const link = await this.#parts.accounts.findLink(hashOfToken(token));
    if (!link) throw unknownLink();
    if (link.account === null) return { kind: "first-administrator" };
    const account = await this.#parts.accounts.find({ id: link.account });
    if (!account || account.isDisabled) throw unknownLink();
    return { kind: "password", account };
  }

  /**
   * Sets the password, and makes the first administrator. The link is used up only when that is done.
   *
   * @throws {HttpProblem} `unknown-link`, `weak-password`, `already-taken`
   */
  async use(form: LinkForm): Promise<StoredAccount> {
    const purpose = await this.purposeOf(form.token);
    const account = purpose.kind === "password" ? purpose.account : firstAdministrator(form);
    const fault = passwordFault(form.password, [account.name, account.email]);
    if (fault !== undefined) throw new HttpProblem("weak-password", fault);
    const passwordHash = await hashPassword(form.password);
    const { accounts, audit, changed } = this.#parts;
    if (!(await accounts.takeLink(hashOfToken(form.token)))) throw unknownLink();
    if (purpose.kind === "first-administrator")
      await this.#addFirst({ ...account, passwordHash }, form.token);
    else await accounts.change(account.id, { passwordHash });
    await accounts.endSessionsOf(account.id);
    await accounts.forgetFailures(account.email);
    changed();
    const who: Caller = { kind: "person", person: personOfAccount(account) };
    await audit.record({
      who,
      action: "link-used",
      subject: account.name,
      detail: purposeTexts[purpose.kind],
    });
    return { ...account, passwordHash };
  }

  async #addFirst(account: StoredAccount, token: string): Promise<void> {
    const { accounts } = this.#parts;
    const outcome = await accounts.add(account);
    // The link was used up before, so that of two people only one gets it: whoever has to choose another name needs it.
    if (outcome !== "added") await accounts.addLink(hashOfToken(token), null, Date.now() + firstLinkDuration);
    assertAdded(outcome);
  }
}

const purposeTexts = {
  "first-administrator": "the first administrator",
  password: "set a password",
} as const satisfies Record<LinkPurpose["kind"], string>;

function firstAdministrator({ name = "", email = "" }: LinkForm): StoredAccount {
  if (name.trim() === "" || email.trim() === "")
    throw new HttpProblem("wrong-request", "The first administrator needs a name and an address.");
  return newAccount({ name: name.trim(), email, authoring: "administrator", userRoles: [] });
}

/** An account that nobody can sign in to yet. */
export function newAccount(
  facts: Pick<StoredAccount, "name" | "email" | "authoring" | "userRoles">,
): StoredAccount {
  return {
    ...facts,
    email: plainEmail(facts.email),
    id: randomUUID(),
    passwordHash: null,
    openId: null,
    isDisabled: false,
    createdAt: Date.now(),
    signedInAt: null,
  };
}

/** Throws `already-taken` when a name or an address belongs to somebody else. */
export function assertAdded(outcome: "added" | "changed" | "name" | "email"): void {
  if (outcome === "name")
    throw new HttpProblem(
      "already-taken",
      "Somebody else has this name. Add something that tells you apart.",
    );
  if (outcome === "email") throw new HttpProblem("already-taken", "Somebody else has this address.");
}

function unknownLink(): HttpProblem {
  const detail =
    "This link was used already, its time is over, or a part of it is missing. Ask an administrator for another one; for the first account, start the server again.";
  return new HttpProblem("unknown-link", detail);
}

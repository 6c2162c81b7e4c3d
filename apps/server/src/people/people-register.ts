import type { PostgresAccounts, StoredAccount } from "@rivulet/persistence";
import { HttpProblem } from "../http/http-problem.ts";
import type { AuditLog } from "./audit-log.ts";
import type { Caller, Person } from "./caller.ts";
import { assertAdded, newAccount, type OneTimeLinks } from "./one-time-links.ts";
import { hashPassword, isPassword } from "./password-hash.ts";
import { passwordFault } from "./password-policy.ts";
import { plainEmail } from "./sign-in.ts";

/** What an administrator decides about a person. */
export type PersonFacts = Pick<StoredAccount, "name" | "email" | "authoring" | "userRoles">;

/** What an administrator changes of a person. */
export type PersonChange = {
  readonly [Key in keyof PersonFacts | "isDisabled"]?: StoredAccount[Key] | undefined;
};

/** What the register needs of the rest. */
export interface PeopleRegisterParts {
  readonly accounts: PostgresAccounts;
  readonly links: OneTimeLinks;
  readonly audit: AuditLog;
  /** Told when an account has changed. */
  readonly changed: () => void;
}

/** The people of a server, as administrators see and change them. */
export class PeopleRegister {
  readonly #parts: PeopleRegisterParts;

  constructor(parts: PeopleRegisterParts) {
    this.#parts = parts;
  }

  list(): Promise<readonly StoredAccount[]> {
    return this.#parts.accounts.list();
  }

  /** Adds a person, who sets a password with the link. Throws `already-taken`. */
  async add(facts: PersonFacts, who: Caller): Promise<{ account: StoredAccount; link: string }> {
    const { accounts, links, audit } = this.#parts;
    const account = newAccount(facts);
    assertAdded(await accounts.add(account));
    await audit.record({ who, action: "person-added", subject: account.name, detail: rightsText(account) });
    return { account, link: await links.forAccount(account, who) };
  }

  /**
   * Changes a person. Whoever is disabled is signed out at once.
   *
   * @throws {HttpProblem} `unknown-person`, `already-taken`, `last-administrator`
   */
  async change(id: string, change: PersonChange, who: Caller): Promise<StoredAccount> {
    const { accounts, audit, changed } = this.#parts;
    const before = await this.#find(id);
    const after = withChange(before, change);
    const stays = after.authoring === "administrator" && !after.isDisabled;
    if (!stays && before.authoring === "administrator" && !(await accounts.hasAdministrator(id)))
      throw new HttpProblem(
        "last-administrator",
        `${before.name} is the last administrator who can sign in. Make somebody else one first.`,
      );
    assertAdded(await accounts.change(id, after));
    if (after.isDisabled) await accounts.endSessionsOf(id);
    changed();
    const detail = `${rightsText(after)}${after.isDisabled ? "; disabled" : ""}`;
    await audit.record({ who, action: "person-changed", subject: after.name, detail });
    return after;
  }

  /** Another one-time link for a person; the password stays as it is until the link is used. Throws `unknown-person`. */
  async link(id: string, who: Caller): Promise<string> {
    return await this.#parts.links.forAccount(await this.#find(id), who);
  }

  /**
   * Changes the caller's own password, and ends all sessions.
   *
   * @throws {HttpProblem} `wrong-credentials`, `weak-password`
   */
  async changePassword(
    { id, name }: Person,
    { present, wanted }: { readonly present: string; readonly wanted: string },
    who: Caller,
  ): Promise<StoredAccount> {
    const { accounts, audit, changed } = this.#parts;
    const account = await this.#find(id);
    if (!(await isPassword(present, account.passwordHash)))
      throw new HttpProblem("wrong-credentials", "The present password is wrong.");
    const fault = passwordFault(wanted, [name, account.email]);
    if (fault !== undefined) throw new HttpProblem("weak-password", fault);
    const passwordHash = await hashPassword(wanted);
    await accounts.change(id, { passwordHash });
    await accounts.endSessionsOf(id);
    changed();
    await audit.record({ who, action: "password-changed", subject: name });
    return { ...account, passwordHash };
  }

  async #find(id: string): Promise<StoredAccount> {
    const account = await this.#parts.accounts.find({ id });
    if (account) return account;
    throw new HttpProblem("unknown-person", "There is no such person on this server.");
  }
}

function withChange(before: StoredAccount, change: PersonChange): StoredAccount {
  return {
    ...before,
    name: change.name ?? before.name,
    email: plainEmail(change.email ?? before.email),
    authoring: change.authoring ?? before.authoring,
    userRoles: change.userRoles ?? before.userRoles,
    isDisabled: change.isDisabled ?? before.isDisabled,
  };
}

function rightsText({ authoring, userRoles }: PersonFacts): string {
  return `${authoring}; user roles: ${userRoles.length === 0 ? "none" : userRoles.join(", ")}`;
}

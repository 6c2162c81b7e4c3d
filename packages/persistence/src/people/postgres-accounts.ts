import type { Kysely, Selectable, Updateable } from "kysely";
import { sql } from "kysely";
import type { Tables } from "../database.ts";
import { askAgain } from "../postgres/patient-pool.ts";
import type { AccountTable } from "./people-tables.ts";

/** An account as it is stored. Times are milliseconds since 1970. */
export interface StoredAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string | null;
  /** Issuer and subject of OpenID Connect, once the person has signed in with it. */
  readonly openId: string | null;
  readonly authoring: AccountTable["authoring"];
  readonly userRoles: readonly string[];
  readonly isDisabled: boolean;
  readonly createdAt: number;
  readonly signedInAt: number | null;
}

/** What can change of an account. */
export type AccountChange = Partial<Omit<StoredAccount, "id" | "createdAt">>;

type NamedAccount = AccountChange & { readonly id: string };

/** A statement that writes. */
interface Write {
  execute(): Promise<unknown>;
}

/** What PostgreSQL calls a row that a unique index has already. */
const uniqueViolation = "23505";

/** Which of an account's own names another account has already. */
export type TakenName = "name" | "email";

/** A link that was used. */
export interface UsedLink {
  /** The account that it was for; `null` when it was for the first administrator. */
  readonly account: string | null;
}

/** After how many failed tries somebody has to wait, and how long, in milliseconds: twice as long each time. */
export interface TryLimits {
  readonly freeTries: number;
  readonly firstWait: number;
  readonly longestWait: number;
}

/**
 * People of a project, their sessions and their one-time links in PostgreSQL. Who has an account in another project of the
 * same database is nobody here. Tokens come as hashes and stay hashes.
 */
export class PostgresAccounts {
  readonly #tables: Kysely<Tables>;
  readonly #project: string;

  /** @param project identity of the project */
  constructor(tables: Kysely<Tables>, project: string) {
    this.#tables = tables;
    this.#project = project;
  }

  /** All accounts, by name. */
  async list(): Promise<readonly StoredAccount[]> {
    const rows = await this.#tables
      .selectFrom("accounts")
      .selectAll()
      .where("project", "=", this.#project)
      .orderBy("name")
      .execute();
    return rows.map(accountOf);
  }

  async find(
    by: { readonly [Key in "id" | "email" | "open_id"]?: string },
  ): Promise<StoredAccount | undefined> {
    const [[column, value] = ["id", ""] as const] = Object.entries(by) as [
      "id" | "email" | "open_id",
      string,
    ][];
    const row = await this.#tables
      .selectFrom("accounts")
      .selectAll()
      .where("project", "=", this.#project)
      .where(column, "=", value)
      .executeTakeFirst();
    return row && accountOf(row);
  }

  /** Whether somebody can sign in who may make accounts, besides the account that is named. */
  async hasAdministrator(besides = ""): Promise<boolean> {
    const row = await this.#tables
      .selectFrom("accounts")
      .select("id")
      .where("project", "=", this.#project)
      .where("authoring", "=", "administrator")
      .where("id", "!=", besides)
      .where("is_disabled", "=", false)
      .where((is) => is.or([is("password_hash", "is not", null), is("open_id", "is not", null)]))
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Makes an account, unless its name or its address is taken. */
  async add(account: StoredAccount): Promise<"added" | TakenName> {
    const createdAt = new Date(account.createdAt);
    const row = { ...rowOf(account), id: account.id, project: this.#project, created_at: createdAt };
    const insert = this.#tables.insertInto("accounts").values(row as Selectable<AccountTable>);
    return (await this.#unlessTaken(account, insert)) ?? "added";
  }

  /** Changes an account, unless its new name or address is taken. */
  async change(id: string, change: AccountChange): Promise<"changed" | TakenName> {
    if (Object.keys(change).length === 0) return "changed";
    const update = this.#tables
      .updateTable("accounts")
      .set(rowOf(change))
      .where("id", "=", id)
      .where("project", "=", this.#project);
    return (await this.#unlessTaken({ id, ...change }, update)) ?? "changed";
  }

  /** Writes an account; says which of its names another one has, also when both are written at the same moment. */
  async #unlessTaken(account: NamedAccount, write: Write): Promise<TakenName | undefined> {
    const taken = await this.#takenBy(account);
    if (taken) return taken;
    try {
      await write.execute();
      return undefined;
    } catch (error) {
      if ((error as { readonly code?: unknown }).code !== uniqueViolation) throw error;
      const takenSince = await this.#takenBy(account);
      if (!takenSince) throw error;
      return takenSince;
    }
  }

  async #takenBy({ id, name, email }: NamedAccount): Promise<TakenName | undefined> {
    const others = await this.#tables
      .selectFrom("accounts")
      .select(["email"])
      .where("project", "=", this.#project)
      .where("id", "!=", id)
      .where((is) =>
        is.or([is("email", "=", email ?? ""), is(sql<string>`lower(name)`, "=", (name ?? "").toLowerCase())]),
      )
      .execute();
    if (others.length === 0) return undefined;
    return others.some((other) => other.email === email) ? "email" : "name";
  }

  async addSession(tokenHash: string, account: string, expiresAt: number): Promise<void> {
    await this.#tables.deleteFrom("sessions").where("expires_at", "<", new Date()).execute();
    const row = { token_hash: tokenHash, account, expires_at: new Date(expiresAt) };
    await this.#tables.insertInto("sessions").values(row).execute();
  }

  /** Who has this session, if it has not ended and the account is not disabled. */
  async accountOfSession(tokenHash: string): Promise<StoredAccount | undefined> {
    const question = this.#tables
      .selectFrom("sessions")
      .innerJoin("accounts", "accounts.id", "sessions.account")
      .selectAll("accounts")
      .where("project", "=", this.#project)
      .where("token_hash", "=", tokenHash)
      .where("expires_at", ">", new Date())
      .where("is_disabled", "=", false);
    const row = await askAgain(() => question.executeTakeFirst());
    return row && accountOf(row);
  }

  async endSession(tokenHash: string): Promise<void> {
    await this.#tables.deleteFrom("sessions").where("token_hash", "=", tokenHash).execute();
  }

  async endSessionsOf(account: string): Promise<void> {
    await this.#tables.deleteFrom("sessions").where("account", "=", account).execute();
  }

  /** Makes a link; earlier ones for the same account end. */
  async addLink(tokenHash: string, account: string | null, expiresAt: number): Promise<void> {
    await this.#tables
      .deleteFrom("one_time_links")
      .where("project", "=", this.#project)
      .where("account", "is not distinct from", account)
      .execute();
    const row = { token_hash: tokenHash, project: this.#project, account, expires_at: new Date(expiresAt) };
    await this.#tables.insertInto("one_time_links").values(row).execute();
  }

  /** Looks at a link without using it. */
  async findLink(tokenHash: string): Promise<UsedLink | undefined> {
    return await this.#tables
      .selectFrom("one_time_links")
      .select("account")
      .where("project", "=", this.#project)
      .where("token_hash", "=", tokenHash)
      .where("expires_at", ">", new Date())
      .executeTakeFirst();
  }

  /** Uses a link up. Of two who use it at the same time only one gets it. */
  async takeLink(tokenHash: string): Promise<UsedLink | undefined> {
    return await this.#tables
      .deleteFrom("one_time_links")
      .where("project", "=", this.#project)
      .where("token_hash", "=", tokenHash)
      .where("expires_at", ">", new Date())
      .returning("account")
      .executeTakeFirst();
  }

  /**
   * Counts a try to sign in, unless too many before it have failed too short a time ago. In one statement, so that many
   * tries at the same time are counted like many one after the other.
   *
   * @returns `begun`, or until when nobody may try as this
   */
  async beginTry(email: string, { freeTries, firstWait, longestWait }: TryLimits): Promise<"begun" | number> {
    const wait = sql<number>`case when failed_sign_ins.tries < ${freeTries} then 0
      else least(${firstWait} * power(2, least(failed_sign_ins.tries - ${freeTries}, 30)), ${longestWait}) end`;
    const now = new Date();
    const begun = await this.#tables
      .insertInto("failed_sign_ins")
      .values({ project: this.#project, email, tries: 1, last_at: now })
      .onConflict((conflict) =>
        conflict
          .columns(["project", "email"])
          .doUpdateSet({ tries: sql`failed_sign_ins.tries + 1`, last_at: now })
          .where(sql<boolean>`failed_sign_ins.last_at + ${wait} * interval '1 millisecond' <= ${now}`),
      )
      .returning("tries")
      .executeTakeFirst();
    if (begun) return "begun";
    const until = sql<Date>`last_at + ${wait} * interval '1 millisecond'`;
    const row = await this.#tables
      .selectFrom("failed_sign_ins")
      .select(until.as("until"))
      .where("project", "=", this.#project)
      .where("email", "=", email)
      .executeTakeFirst();
    return row?.until.getTime() ?? now.getTime();
  }

  /** Forgets failures that are older than so many milliseconds: addresses that nobody has do not stay here. */
  async forgetOldFailures(age: number): Promise<void> {
    await this.#tables
      .deleteFrom("failed_sign_ins")
      .where("project", "=", this.#project)
      .where("last_at", "<", new Date(Date.now() - age))
      .execute();
  }

  async forgetFailures(email: string): Promise<void> {
    await this.#tables
      .deleteFrom("failed_sign_ins")
      .where("project", "=", this.#project)
      .where("email", "=", email)
      .execute();
  }
}

function rowOf(change: AccountChange): Updateable<AccountTable> {
  const { name, email, passwordHash, openId, authoring, userRoles, isDisabled, signedInAt } = change;
  return {
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
    ...(openId === undefined ? {} : { open_id: openId }),
    ...(authoring === undefined ? {} : { authoring }),
    ...(userRoles === undefined ? {} : { user_roles: JSON.stringify(userRoles) }),
    ...(isDisabled === undefined ? {} : { is_disabled: isDisabled }),
    ...(signedInAt === undefined ? {} : { signed_in_at: signedInAt === null ? null : new Date(signedInAt) }),
  };
}

/** A row as the rest of the program sees it. */
export function accountOf(row: Selectable<AccountTable>): StoredAccount {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    passwordHash: row.password_hash,
    openId: row.open_id,
    authoring: row.authoring,
    userRoles: JSON.parse(row.user_roles) as string[],
    isDisabled: row.is_disabled,
    createdAt: row.created_at.getTime(),
    signedInAt: row.signed_in_at?.getTime() ?? null,
  };
}

import type { Kysely, Selectable } from "kysely";
import type { Tables } from "../database.ts";
import { askAgain } from "../postgres/patient-pool.ts";
import type { ApiKeyTable } from "./people-tables.ts";
import { accountOf, type StoredAccount } from "./postgres-accounts.ts";

/** A key as it is stored. Times are milliseconds since 1970. */
export interface StoredKey {
  readonly id: string;
  readonly name: string;
  /** Id of the account that it acts for. */
  readonly account: string;
  readonly scopes: readonly string[];
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly usedAt: number | null;
}

/** A key with the name of its owner. */
export type NamedKey = StoredKey & { readonly ownerName: string };

/** A key with its owner. */
export interface OwnedKey {
  readonly key: StoredKey;
  readonly owner: StoredAccount;
}

/** API keys of the people of a project, in PostgreSQL: the hash of each token, never the token. */
export class PostgresApiKeys {
  readonly #tables: Kysely<Tables>;
  readonly #project: string;

  /** @param project identity of the project */
  constructor(tables: Kysely<Tables>, project: string) {
    this.#tables = tables;
    this.#project = project;
  }

  /** The keys of an account, or of everybody, with the name of the owner; newest first. */
  async list(account?: string): Promise<readonly NamedKey[]> {
    let query = this.#tables
      .selectFrom("api_keys")
      .innerJoin("accounts", "accounts.id", "api_keys.account")
      .selectAll("api_keys")
      .select("accounts.name as owner_name")
      .where("project", "=", this.#project);
    if (account !== undefined) query = query.where("account", "=", account);
    const rows = await query.orderBy("api_keys.created_at", "desc").execute();
    return rows.map((row) => ({ ...keyOf(row), ownerName: row.owner_name }));
  }

  async find(id: string): Promise<StoredKey | undefined> {
    const row = await this.#tables
      .selectFrom("api_keys")
      .selectAll()
      .where("id", "=", id)
      .where("account", "in", this.#people())
      .executeTakeFirst();
    return row && keyOf(row);
  }

  async add(
    { id, name, account, scopes, createdAt, expiresAt }: StoredKey,
    tokenHash: string,
  ): Promise<void> {
    const row = {
      id,
      name,
      account,
      token_hash: tokenHash,
      scopes: JSON.stringify(scopes),
      created_at: new Date(createdAt),
      expires_at: new Date(expiresAt),
      used_at: null,
    };
    await this.#tables.insertInto("api_keys").values(row).execute();
  }

  async remove(id: string): Promise<void> {
    await this.#tables
      .deleteFrom("api_keys")
      .where("id", "=", id)
      .where("account", "in", this.#people())
      .execute();
  }

  /** The key with this token, marked as used; none when it has expired or its owner is disabled. */
  async use(tokenHash: string): Promise<OwnedKey | undefined> {
    const now = new Date();
    const use = this.#tables
      .updateTable("api_keys")
      .from("accounts")
      .set({ used_at: now })
      .whereRef("accounts.id", "=", "api_keys.account")
      .where("accounts.project", "=", this.#project)
      .where("accounts.is_disabled", "=", false)
      .where("api_keys.token_hash", "=", tokenHash)
      .where("api_keys.expires_at", ">", now)
      .returning((row) => [
        row.ref("api_keys.id").as("key_id"),
        row.ref("api_keys.name").as("key_name"),
        row.ref("api_keys.created_at").as("key_created_at"),
        "api_keys.token_hash",
        "api_keys.account",
        "api_keys.scopes",
        "api_keys.expires_at",
        "api_keys.used_at",
      ])
      .returningAll("accounts");
    const row = await askAgain(() => use.executeTakeFirst());
    if (!row) return undefined;
    const { key_id: id, key_name: name, key_created_at, ...others } = row;
    return { key: keyOf({ ...others, id, name, created_at: key_created_at }), owner: accountOf(row) };
  }

  #people() {
    return this.#tables.selectFrom("accounts").select("id").where("project", "=", this.#project);
  }
}

function keyOf(row: Selectable<ApiKeyTable>): StoredKey {
  return {
    id: row.id,
    name: row.name,
    account: row.account,
    scopes: JSON.parse(row.scopes) as string[],
    createdAt: row.created_at.getTime(),
    expiresAt: row.expires_at.getTime(),
    usedAt: row.used_at?.getTime() ?? null,
  };
}

import type { Kysely } from "kysely";
import type { Tables } from "../database.ts";

/** Something that somebody did, as it is stored. */
export interface StoredAuditEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly account: string | null;
  readonly who: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
}

/** An entry with the number under which it stands. */
export type NumberedAuditEntry = StoredAuditEntry & { readonly id: string };

/** Which entries are asked for; newest first. */
export interface AuditFilter {
  readonly action: string | undefined;
  /** Part of a name, whatever its case. */
  readonly who: string | undefined;
  /** Part of what it was done to, whatever its case. */
  readonly subject: string | undefined;
  /** Id of an entry: only those before it. */
  readonly before: string | undefined;
  readonly limit: number;
}

/** What an entry says. */
const columns = ["id", "at", "account", "who", "action", "subject", "detail"] as const;

/** The log of what people did with a project, in PostgreSQL. Entries are added, never changed and never removed. */
export class PostgresAudit {
  readonly #tables: Kysely<Tables>;
  readonly #project: string;

  /** @param project identity of the project */
  constructor(tables: Kysely<Tables>, project: string) {
    this.#tables = tables;
    this.#project = project;
  }

  async add({ at, ...entry }: StoredAuditEntry): Promise<void> {
    await this.#tables
      .insertInto("audit")
      .values({ ...entry, project: this.#project, at: new Date(at) })
      .execute();
  }

  async list({ action, who, subject, before, limit }: AuditFilter): Promise<readonly NumberedAuditEntry[]> {
    let query = this.#tables.selectFrom("audit").select(columns).where("project", "=", this.#project);
    if (action !== undefined) query = query.where("action", "=", action);
    if (who !== undefined) query = query.where("who", "ilike", containing(who));
    if (subject !== undefined) query = query.where("subject", "ilike", containing(subject));
    if (before !== undefined) query = query.where("id", "<", before);
    const rows = await query.orderBy("id", "desc").limit(limit).execute();
    return rows.map((row) => ({ ...row, at: row.at.getTime() }));
  }
}

/** A pattern for a text that contains this one, whatever characters it has. */
function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

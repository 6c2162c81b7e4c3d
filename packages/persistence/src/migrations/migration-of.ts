import type pg from "pg";

/** The newest step that the tables were brought to; `null` for a database without tables. */
export async function migrationOf(client: Pick<pg.ClientBase, "query">): Promise<string | null> {
  const { rows } = await client.query<{ found: string | null }>(
    "select to_regclass('kysely_migration') as found",
  );
  if (rows[0]?.found == null) return null;
  const newest = await client.query<{ name: string }>("select max(name) as name from kysely_migration");
  return newest.rows[0]?.name ?? null;
}

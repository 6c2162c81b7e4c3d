import type pg from "pg";
import { migrationOf } from "../migrations/migration-of.ts";
import { connectedClient } from "../postgres/connected-client.ts";
import type { BackupLine } from "./backup-line.ts";

const rowsAtOnce = 200;

/** Who lives at this moment is nobody's memory. */
const passing = new Set(["servers"]);

/** Our own tables, those first that others point to. Kysely's notes about migrations are not among them. */
export async function tablesInOrder(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = current_schema() and tablename not like 'kysely%' order by 1",
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `select source.relname as "from", target.relname as "to" from pg_constraint
     join pg_class source on source.oid = conrelid join pg_class target on target.oid = confrelid
     where contype = 'f' and conrelid <> confrelid`,
  );
  const ordered: string[] = [];
  const add = (name: string) => {
    if (ordered.includes(name)) return;
    for (const { from, to } of references) if (from === name) add(to);
    ordered.push(name);
  };
  for (const { name } of tables) add(name);
  return ordered;
}

/** What a database holds at one moment. */
export interface DatabaseDump extends AsyncDisposable {
  readonly migration: string | null;
  /** All tables with their rows, a few of which are in memory at a time. */
  lines(): AsyncGenerator<BackupLine>;
}

/**
 * Opens a database for a backup: all that is read from now on is as it stands now, whatever others write meanwhile.
 *
 * @param project identity of the project whose rows are meant, where others may have theirs there; all when left out
 */
export async function openDump(url: string, project?: string): Promise<DatabaseDump> {
  const client = await connectedClient(url);
  await client.query("begin isolation level repeatable read read only");
  // Times are then written alike by whichever server.
  await client.query("set local time zone 'UTC'");
  return {
    migration: await migrationOf(client),
    lines: () => linesOf(client, project),
    [Symbol.asyncDispose]: () => client.end(),
  };
}

async function* linesOf(client: pg.Client, project: string | undefined): AsyncGenerator<BackupLine> {
  for (const name of await tablesInOrder(client)) {
    if (passing.has(name)) continue;
    yield { kind: "table", name };
    const table = client.escapeIdentifier(name);
    const which = project === undefined ? "" : await conditionFor(client, name, project);
    await client.query(
      `declare rows_of_table no scroll cursor for select row_to_json(line)::text as row from ${table} line ${which}`,
    );
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`fetch ${rowsAtOnce} from rows_of_table`);
      for (const { row } of rows) yield { kind: "row", row };
      if (rows.length < rowsAtOnce) break;
    }
    await client.query("close rows_of_table");
  }
}

/** Which rows of a table are a project's: those that say so, and those of its accounts. */
async function conditionFor(client: pg.Client, table: string, project: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = current_schema() and table_name = $1 and column_name in ('project', 'account')`,
    [table],
  );
  const names = new Set(rows.map(({ name }) => name));
  const literal = client.escapeLiteral(project);
  if (names.has("project")) return `where project = ${literal}`;
  // Tables of a step before projects have neither people of a project nor anything else of one.
  const { rows: people } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = current_schema() and table_name = 'accounts' and column_name = 'project'`,
  );
  const isPersonal = names.has("account") && people.length > 0;
  return isPersonal ? `where account in (select id from accounts where project = ${literal})` : "";
}

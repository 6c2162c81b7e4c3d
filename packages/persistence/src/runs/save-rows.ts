import { type Kysely, sql } from "kysely";
import type { Tables } from "../database.ts";
import type { RunTable } from "./run-table.ts";

/** The columns of a row with their types, in the order of the statement. */
const columns = {
  id: "text",
  server: "text",
  microflow: "text",
  configuration: "text",
  status: "text",
  started_at: "timestamptz",
  ended_at: "timestamptz",
  duration: "double precision",
  who: "text",
  content_hash: "text",
  failure: "text",
  error: "text",
  log: "text",
  parameters: "text",
  result: "text",
  trace: "text",
  cut: "text",
  redacted: "text",
  size: "integer",
} as const satisfies Readonly<Record<keyof RunTable, string>>;

const names = Object.keys(columns) as readonly (keyof RunTable)[];
/** What a run has from its start, and keeps. */
const lasting = new Set<keyof RunTable>(["id", "server", "microflow", "configuration", "started_at"]);

const into = sql.raw(names.join(", "));
const replaced = sql.raw(
  names
    .filter((name) => !lasting.has(name))
    .map((name) => `${name} = excluded.${name}`)
    .join(", "),
);

/**
 * Writes rows in one statement: new ones, and ones that are still `running`. A list for each column makes it the same
 * statement however many rows there are.
 */
export async function saveRows(tables: Kysely<Tables>, rows: readonly RunTable[]): Promise<void> {
  const lists = names.map((name) => sql`${rows.map((row) => row[name])}::${sql.raw(columns[name])}[]`);
  await sql`insert into runs (${into}) select * from unnest(${sql.join(lists)})
on conflict (id) do update set ${replaced} where runs.status = 'running'`.execute(tables);
}

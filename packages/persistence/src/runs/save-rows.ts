import type { Pool, QueryConfig } from "pg";
import { toldApart } from "../postgres/database-away.ts";
import type { WrittenRun } from "./run-table.ts";

/** The columns of a row with their types, in the order of the statement. */
const columns = {
  id: "text",
  project: "text",
  server: "text",
  microflow: "text",
  configuration: "text",
  status: "text",
  started_at: "timestamptz",
  ended_at: "timestamptz",
  duration: "double precision",
  who: "text",
  account: "text",
  content_hash: "text",
  trace_id: "text",
  failure: "text",
  place: "text",
  run_as: "text",
  error: "text",
  log: "text",
  parameters: "text",
  result: "text",
  trace: "text",
  cut: "text",
  redacted: "text",
  size: "integer",
} as const satisfies Readonly<Record<keyof WrittenRun, string>>;

const names = Object.keys(columns) as readonly (keyof WrittenRun)[];
/** What a run has from its start, and keeps. */
const lasting = new Set<keyof WrittenRun>([
  "id",
  "project",
  "server",
  "microflow",
  "configuration",
  "started_at",
  "who",
  "account",
  "content_hash",
  "trace_id",
  "place",
]);

const into = names.join(", ");
const places = names.map((_, at) => `$${at + 1}`).join(", ");
const lists = names.map((name, at) => `$${at + 1}::${columns[name]}[]`).join(", ");
const replaced = names
  .filter((name) => !lasting.has(name))
  .map((name) => `${name} = excluded.${name}`)
  .join(", ");

const unlessEnded = `on conflict (id) do update set ${replaced} where runs.status = 'running' and runs.project = excluded.project`;

/** Most runs are written alone, and lists of one cost both sides more than the row. */
const saveOne = { name: "save-run", text: `insert into runs (${into}) values (${places}) ${unlessEnded}` };

/** A list for each column makes it the same statement however many rows there are: PostgreSQL prepares it once. */
const saveMany = {
  name: "save-runs",
  text: `insert into runs (${into}) select * from unnest(${lists}) ${unlessEnded}`,
};

/** What PostgreSQL answers to a prepared statement that it has not, or has already. */
const preparedElsewhere = new Set(["26000", "42P05"]);

/** Pools that lead through another one which hands out a connection for each transaction: nothing can be prepared there. */
const withoutPreparing = new WeakSet<Pool>();

/** Writes rows in one statement: new ones, and ones that are still `running`. Throws `DatabaseAway`. */
export async function saveRows(pool: Pool, rows: readonly WrittenRun[]): Promise<void> {
  const [first, ...others] = rows;
  if (first === undefined) return;
  const statement =
    others.length === 0
      ? { ...saveOne, values: names.map((name) => first[name]) }
      : { ...saveMany, values: names.map((name) => rows.map((row) => row[name])) };
  try {
    await writePrepared(pool, statement);
  } catch (error) {
    throw toldApart(error, "asking");
  }
}

/** A refused name has written nothing, so the statement may come once more without one. */
async function writePrepared(
  pool: Pool,
  { name, text, values }: Required<Pick<QueryConfig, "name" | "text" | "values">>,
): Promise<void> {
  if (!withoutPreparing.has(pool)) {
    try {
      await pool.query({ name, text, values });
      return;
    } catch (error) {
      if (!preparedElsewhere.has(String((error as { readonly code?: unknown }).code))) throw error;
      withoutPreparing.add(pool);
    }
  }
  await pool.query({ text, values });
}

import type { PostgresPool, PostgresPoolClient } from "kysely";
import type pg from "pg";
import { DatabaseAway, toldApart } from "./database-away.ts";

/**
 * A pool as questions see it: a database that is gone or keeps silent is told apart from what else can go wrong, as
 * {@link DatabaseAway}. A connection that broke or kept silent is not handed out again, because another one may be answered.
 */
export function askedPool(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    async connect() {
      try {
        return askedConnection(await pool.connect());
      } catch (error) {
        throw toldApart(error, "connecting");
      }
    },
    end: () => pool.end(),
  };
}

function askedConnection(client: pg.PoolClient): PostgresPoolClient {
  let isUseless = false;
  const query = async (text: string, parameters: readonly unknown[]) => {
    try {
      return await client.query(text, [...parameters]);
    } catch (error) {
      const told = toldApart(error, "asking");
      isUseless ||= told instanceof DatabaseAway;
      throw told;
    }
  };
  // The other thing that it can be asked for is a cursor, and nothing here reads through one.
  return { query: query as unknown as PostgresPoolClient["query"], release: () => client.release(isUseless) };
}

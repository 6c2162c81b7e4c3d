import pg from "pg";
import { assertAddress, connectionProblem } from "./connection-problem.ts";

/** One connection of its own, as a backup needs it. Throws {@link DatabaseError} `not-reached`. */
export async function connectedClient(url: string): Promise<pg.Client> {
  assertAddress(url);
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    // Told by the question that it breaks, too.
    client.on("error", () => {});
    await client.connect();
    return client;
  } catch (error) {
    throw connectionProblem(url, error);
  }
}

import type { Database } from "../database.ts";

/** Whose rows of before a project may take. */
export type ClaimableRows =
  /** The database is the project's own. */
  | { readonly kind: "all" }
  /** Others may have written into it: of the runs, those of the server of this name. */
  | { readonly kind: "of-server"; readonly name: string };

/** What stands for no project: rows that were written before rows had one. */
const unclaimed = "";

/**
 * Takes rows that were written before rows had a project. People, their links and the audit log of a database that
 * several projects shared come to the one that starts first, so nobody gets rights that he had not.
 *
 * @example await claimRows(database, "5f0c…", { kind: "all" })
 */
export async function claimRows(
  { tables }: Pick<Database, "tables">,
  project: string,
  rows: ClaimableRows,
): Promise<void> {
  await tables.transaction().execute(async (transaction) => {
    for (const table of ["accounts", "one_time_links", "failed_sign_ins", "audit"] as const) {
      await transaction.updateTable(table).set({ project }).where("project", "=", unclaimed).execute();
    }
    let runs = transaction.updateTable("runs").set({ project }).where("project", "=", unclaimed);
    if (rows.kind === "of-server") runs = runs.where("server", "=", rows.name);
    await runs.execute();
  });
}

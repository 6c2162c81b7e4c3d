import type { Generated } from "kysely";

/** A row of the table `runs`. */
export interface RunTable {
  readonly id: string;
  readonly position: Generated<string>;
  /** Who ran it: a server ends what an earlier life of its own left under way, and nothing of others. */
  readonly server: string;
  readonly microflow: string;
  readonly configuration: string;
  readonly status: "running" | "completed" | "failed" | "cancelled";
  readonly started_at: Date;
  readonly ended_at: Date | null;
  /** JSON. */
  readonly error: string | null;
  /** JSON. */
  readonly log: string;
}

import type { Generated } from "kysely";

/** What is written of a run. */
export interface WrittenRun {
  readonly id: string;
  /** Identity of the project. */
  readonly project: string;
  /** Which life of which server runs it: what that leaves under way, others end as failed. */
  readonly server: string;
  readonly microflow: string;
  readonly configuration: string;
  readonly status: "running" | "completed" | "failed" | "cancelled";
  readonly started_at: Date;
  readonly ended_at: Date | null;
  /** Milliseconds. */
  readonly duration: number | null;
  /** How whoever started it was called then. */
  readonly who: string | null;
  /** Id of the account that started it. */
  readonly account: string | null;
  readonly content_hash: string | null;
  readonly trace_id: string | null;
  /** The error on one line. */
  readonly failure: string | null;
  /** From where in the application it was started, as JSON. */
  readonly place: string | null;
  /** With whose rights, as JSON. */
  readonly run_as: string | null;
  /** JSON, as are all parts of the content. */
  readonly error: string | null;
  readonly log: string;
  readonly parameters: string | null;
  readonly result: string | null;
  readonly trace: string | null;
  /** Names of parts, with commas between them. */
  readonly cut: string;
  readonly redacted: string;
  /** Characters of all parts together. */
  readonly size: number;
}

/** A row of the table `runs`. */
export interface RunTable extends WrittenRun {
  /** Somebody at another server wants it to end. */
  readonly is_cancel_wanted: Generated<boolean>;
}

/** A row of the table `runs`. */
export interface RunTable {
  readonly id: string;
  /** Who ran it: a server ends what an earlier life of its own left under way, and nothing of others. */
  readonly server: string;
  readonly microflow: string;
  readonly configuration: string;
  readonly status: "running" | "completed" | "failed" | "cancelled";
  readonly started_at: Date;
  readonly ended_at: Date | null;
  /** Milliseconds. */
  readonly duration: number | null;
  readonly who: string | null;
  readonly content_hash: string | null;
  readonly trace_id: string | null;
  /** The error on one line. */
  readonly failure: string | null;
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

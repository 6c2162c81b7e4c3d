import type { Generated } from "kysely";

/** A row of the table `servers`: one that lives, or did not say that it ended. */
export interface ServerTable {
  readonly id: string;
  readonly project: string;
  /** Where its process runs: the process number says something there only. */
  readonly machine: string;
  readonly pid: number;
  /** Tells the process from a later one with the same number. */
  readonly process_start: string;
  /** How often it has looked round: while that rises, it lives. */
  readonly looks: Generated<string>;
}

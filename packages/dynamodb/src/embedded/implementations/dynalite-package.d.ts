declare module "dynalite" {
  import type { Server } from "node:http";

  /** The part of dynalite 4 that is used; the package has no types of its own. Durations are milliseconds. */
  export default function dynalite(options: {
    readonly path?: string;
    readonly createTableMs?: number;
    readonly updateTableMs?: number;
    readonly deleteTableMs?: number;
  }): Server;
}

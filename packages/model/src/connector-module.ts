import type { ProjectRecord } from "./records/records.ts";

/**
 * A module that comes with a connector: read-only, named in a project by name and version, never copied into it.
 * Its records have the same form as those of a project's own modules.
 */
export interface ConnectorModule {
  readonly name: string;
  readonly version: string;
  readonly records: readonly ProjectRecord[];
}

import type { ActivityDefinition } from "@rivulet/activities";
import type { ConnectorModule, Diff, ProjectRecord } from "@rivulet/model";

/** What the server tells when the studio opens a project. */
export interface ProjectSnapshot {
  readonly records: readonly ProjectRecord[];
  /** Content hash of each document by its id. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** Modules and activities that can be used, as data: the studio is built without any connector. */
export interface Catalog {
  readonly modules: readonly ConnectorModule[];
  readonly activities: readonly ActivityDefinition[];
}

/** How a save ended. */
export type SaveResult =
  | { readonly kind: "saved"; readonly hashes: Readonly<Record<string, string>> }
  /** Somebody else was faster: what is there now. Nothing was saved. */
  | { readonly kind: "stale"; readonly present: ProjectSnapshot }
  /** The server did not take it; the sentence says why. */
  | { readonly kind: "refused"; readonly message: string };

/** Thrown when the server could not be reached; the call may be repeated. */
export class ServerUnreachable extends Error {
  override readonly name = "ServerUnreachable";
}

/** The authoring side of the server, as the studio sees it. */
export interface ProjectApi {
  loadProject: () => Promise<ProjectSnapshot>;
  loadCatalog: () => Promise<Catalog>;
  /** Saves a diff, all or nothing; `expected` holds the hashes of the documents it started from. */
  save: (diff: Diff, expected: Readonly<Record<string, string | null>>) => Promise<SaveResult>;
}

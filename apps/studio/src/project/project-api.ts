import type { ActivityDefinition, KnownRegion } from "@rivulet/activities";
import type { ConnectorModule, Diff, ProjectRecord } from "@rivulet/model";
import type { ApplicationState } from "@rivulet/runtime/wire";

/** What a test of a connection found. */
export interface ConnectionTest {
  readonly isWorking: boolean;
  /** Whether calls go to AWS itself, where they may cost money. */
  readonly isAws: boolean;
  /** The address that was given; `null` where AWS, or the embedded DynamoDB, was asked. */
  readonly endpoint: string | null;
  readonly emptyConstants: readonly string[];
  /** The region that was asked. */
  readonly region: string | null;
  /** Whether somebody chose it. */
  readonly isRegionChosen: boolean;
  /** Whose keys they are, where AWS was asked. */
  readonly identity: string | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** Content hash of each document by its id. */
export type DocumentHashes = Readonly<Record<string, string>>;

/** What the server tells when the studio opens a project. */
export interface ProjectSnapshot {
  readonly records: readonly ProjectRecord[];
  readonly hashes: DocumentHashes;
}

/** Documents as the server has them now, after somebody else changed them. */
export interface PresentDocuments {
  /** The documents by id, with their present hash; `null` where a document is gone. */
  readonly hashes: Readonly<Record<string, string | null>>;
  /** All records of those documents. */
  readonly records: readonly ProjectRecord[];
}

/** Modules and activities that can be used, as data: the studio is built without any connector. */
export interface Catalog {
  readonly modules: readonly ConnectorModule[];
  readonly activities: readonly ActivityDefinition[];
}

/** A region, with what was found out of its tables. */
export interface LookedUpRegion extends KnownRegion {
  /** ISO 8601: when it was asked last. */
  readonly readAt: string;
  /** Names of its tables; the keys of some of them are known. */
  readonly names: readonly string[];
  readonly isCut: boolean;
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** The tables behind a configuration, as far as they were looked up. */
export interface KnownTables {
  /** The active one; `null` when the project has none. */
  readonly configuration: string | null;
  readonly regions: readonly LookedUpRegion[];
}

/** What the server is to find out of tables. */
export interface TableQuestion {
  /** As the enumeration of regions names them; when empty, that of the configuration. */
  readonly regions: readonly string[];
  /** The tables whose keys are wanted. */
  readonly tables: readonly string[];
  /** Whether to ask again what is known. */
  readonly isAnew: boolean;
}

/** How a save ended. */
export type SaveResult =
  /** The new hashes of the documents that were saved; `null` for those that are gone. */
  | { readonly kind: "saved"; readonly hashes: Readonly<Record<string, string | null>> }
  /** Somebody else was faster: what is there now. Nothing was saved. */
  | { readonly kind: "stale"; readonly present: PresentDocuments }
  /** The server did not take it; the sentence says why. */
  | { readonly kind: "refused"; readonly message: string };

/** Thrown when the server could not be reached; the call may be repeated. */
export class ServerUnreachable extends Error {
  override readonly name = "ServerUnreachable";
}

/** Thrown when the server answered, but not with what was asked for; the message is its sentence. */
export class ServerRefused extends Error {
  override readonly name = "ServerRefused";
  /** The code of its problem document, when it sent one: `project-locked`. */
  readonly code: string | undefined;

  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}

/** Where a machine keeps a value of a constant that wins over the project's. */
export type MachineSource = "environment" | "secrets";

/** What a secret value is for: a constant, in one configuration or, with `null`, in all. */
export interface SecretPlace {
  readonly constant: string;
  readonly configuration: string | null;
}

/** What the server's machine has for constants; never the values. */
export interface MachineConstants {
  /** By qualified name: what wins in every configuration. */
  readonly sources: Readonly<Record<string, MachineSource>>;
  readonly secrets: readonly (SecretPlace & {
    /** ISO 8601. */
    readonly setAt: string;
  })[];
  /** Why the secrets cannot be used; `null` when they can. */
  readonly problem: string | null;
}

/** A document as the server has it. */
export interface LoadedDocument {
  readonly hash: string;
  readonly records: readonly ProjectRecord[];
}

/** The authoring side of the server, as the studio sees it. Every call throws the two errors above. */
export interface ProjectApi {
  loadProject: () => Promise<ProjectSnapshot>;
  loadCatalog: () => Promise<Catalog>;
  /** One document; `undefined` when there is none of this id. */
  loadDocument: (id: string) => Promise<LoadedDocument | undefined>;
  /**
   * Tells the hashes of all documents whenever one has changed, whoever changed it, and after a time in which the
   * server could not be heard. Returns what ends the telling.
   */
  follow: (
    onChange: (hashes: DocumentHashes) => void,
    /** Is told when the application is started, used or stopped. */
    onApplication: (state: ApplicationState) => void,
  ) => () => void;
  /** Saves a diff, all or nothing; `expected` holds the hashes of the documents it started from. */
  save: (diff: Diff, expected: Readonly<Record<string, string | null>>) => Promise<SaveResult>;
  /** What the configuration that runs use on this machine is known by, however it is renamed. */
  loadActiveConfiguration: () => Promise<string | undefined>;
  /** Makes the one of this name the one that runs use; gives what it is known by. */
  chooseConfiguration: (name: string) => Promise<string | undefined>;
  /** Tries the connection of a saved configuration. */
  testConnection: (configuration: string) => Promise<ConnectionTest>;
  /** What the server knows of the tables behind the active configuration. */
  loadKnownTables: () => Promise<KnownTables>;
  /** Has the server ask for what it does not know. */
  lookUpTables: (question: TableQuestion) => Promise<KnownTables>;
  /** Which constants have a value on the server's machine. Never the values. */
  loadMachineConstants: () => Promise<MachineConstants>;
  /** Keeps the value of a secret constant on the server's machine; `undefined` forgets it. */
  saveSecret: (place: SecretPlace, value: string | undefined) => Promise<void>;
}

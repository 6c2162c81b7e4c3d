import type { Diff } from "../diff.ts";
import type { Problem } from "../problem.ts";
import type { ProjectRecord } from "../records/records.ts";
import type { LoadedProject } from "./loaded-project.ts";

/** What is to be saved. */
export interface ProjectChange {
  readonly diff: Diff;
  /**
   * The hash from which the change of each document started, by document id; `null` for one that was not there. A
   * document that the diff changes has to be named, unless it is new.
   */
  readonly expectedHashes: Readonly<Record<string, string | null>>;
}

/** A document as it lies in the folder now. */
export interface PresentDocument {
  readonly id: string;
  readonly path: string;
  /** `null` when there is no such document. */
  readonly hash: string | null;
  /** `null` when there is none, or none that can be read. */
  readonly records: readonly ProjectRecord[] | null;
}

/** How a save ended. Only `saved` has changed anything. */
export type SaveResult =
  | {
      readonly outcome: "saved";
      /** The hash of every document that was written, moved or removed (`null`). */
      readonly hashes: Readonly<Record<string, string | null>>;
      readonly project: LoadedProject;
    }
  /** Somebody else changed these documents meanwhile. */
  | { readonly outcome: "stale"; readonly documents: readonly PresentDocument[] }
  | { readonly outcome: "refused"; readonly problems: readonly Problem[] }
  /** Another process writes into the folder, or has it open as its server. */
  | { readonly outcome: "held"; readonly pid: number };

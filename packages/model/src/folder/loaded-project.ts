import type { DocumentKind } from "../documents/document.ts";
import type { Problem } from "../problem.ts";
import type { ProjectRecords } from "../records/records.ts";

/** A document that was read from a file. */
export interface LoadedDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  /** Where it lies, relative to the project folder, with `/`. */
  readonly path: string;
  /** SHA-256 of the file's bytes: what a save says it started from. */
  readonly hash: string;
}

/**
 * A project folder as it was read. A file with an error is left out as a whole, so that a save can never write back
 * half of it.
 */
export interface LoadedProject {
  /** The project's own records; connector modules are added by `withConnectors`. */
  readonly records: ProjectRecords;
  /** In order of their paths. */
  readonly documents: readonly LoadedDocument[];
  /** All that is wrong with the files. What is wrong in the flows and the model is found by checks. */
  readonly problems: readonly Problem[];
}

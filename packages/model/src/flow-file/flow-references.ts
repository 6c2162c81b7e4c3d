import type { QualifiedName } from "@rivulet/values";
import type { ElementRecord } from "../records/records.ts";

/** What an element of a microflow names, in its fields and in the expressions in them. */
export interface FlowReferences {
  readonly entities: readonly QualifiedName[];
  readonly associations: readonly QualifiedName[];
  readonly enumerations: readonly QualifiedName[];
  readonly constants: readonly QualifiedName[];
  readonly microflows: readonly QualifiedName[];
}

/**
 * Finds what an element names. Which fields hold names is known to the definitions of activities, which build on this
 * package, so whoever exports passes it in. Names of variables are none of its business; a name that does not exist
 * belongs to it all the same.
 */
export type ReferencesOf = (element: ElementRecord) => FlowReferences;

/** New names of what an import renames, by the old ones. */
export type Renames = ReadonlyMap<QualifiedName, QualifiedName>;

/** Gives an element in which names are replaced, in its fields and in the expressions in them. */
export type RewriteReferences = (element: ElementRecord, renames: Renames) => ElementRecord;

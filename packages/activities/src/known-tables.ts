import type { QualifiedName } from "@rivulet/values";
import type { KnownKeyPart } from "./keyed-objects.ts";

/** An index of a table: what it is called, and its key. */
export interface KnownIndex {
  readonly name: string;
  readonly key: readonly KnownKeyPart[];
}

/** A table as whoever holds it describes it, in the terms of the connector. */
export interface KnownTable {
  readonly name: string;
  /** The parts of its key; `null` when there is no table of this name. */
  readonly key: readonly KnownKeyPart[] | null;
  readonly indexes: readonly KnownIndex[];
}

/** The tables of a region that were looked up. Other ones may be there too. */
export interface KnownRegion {
  /** As the connector's enumeration of regions names it: `eu_central_1`. */
  readonly region: string;
  /** Where that is, as messages say it: `eu-central-1 of configuration AWS`. */
  readonly place: string;
  readonly tables: readonly KnownTable[];
}

/**
 * An attribute of an object that an activity takes, whose text names a table, an index or a part of a key. What is
 * known of tables can be offered for it.
 *
 * @example { entity: "AmazonDynamoDBConnector.QueryRequest", attribute: "IndexName", names: "index" }
 */
export interface NamingAttribute {
  /** Specializations have it too. */
  readonly entity: QualifiedName;
  readonly attribute: string;
  /** `keyCondition`: which items of a table are meant, by the parts of its key. */
  readonly names: "table" | "index" | "keyPart" | "keyCondition";
}

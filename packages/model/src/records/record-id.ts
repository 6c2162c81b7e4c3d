const alphabet = "0123456789abcdefghijkmnpqrstuvwxyz";
const length = 12;

/** Id of a record; unique in a project, never reused, kept when anything about the record changes. */
export type RecordId = string;

/**
 * Letters, digits and `-_.:`, at most 80; so an id is safe in a selector and a URL. What placements and documents
 * are called (`placement:x`, `x:layout`, `x:domainModel`) is not an id of anything else.
 */
export const recordIdPattern =
  /^(?!placement:)(?!.*:(?:layout|domainModel)$)[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}$/;

/** Ids of placements; see {@link placementId}. */
export const placementIdPattern = /^placement:[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}$/;

/** Id of the record that says where a record is drawn. */
export function placementId(placed: RecordId): RecordId {
  return `placement:${placed}`;
}

/**
 * A new random id (about 60 bits).
 *
 * @example newRecordId() // "k3v09x7mqz1d"
 */
export function newRecordId(): RecordId {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join("");
}

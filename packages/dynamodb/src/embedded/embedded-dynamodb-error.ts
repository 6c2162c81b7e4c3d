/**
 * Why the embedded DynamoDB could not do what was asked.
 *
 * - `data-folder-in-use`: another process runs the embedded DynamoDB of this data folder; join it.
 * - `data-folder-invalid`: the path of the data folder is not absolute.
 * - `owner-gone`: the process that ran the joined DynamoDB has ended; open it again.
 * - `implementation-missing`: the chosen implementation cannot be run on this machine.
 * - `region-invalid`: the text cannot be the name of a region.
 * - `start-failed`: a region's DynamoDB ended or stayed silent while starting; the message ends with its log.
 * - `stopped`: it has been stopped.
 */
export type EmbeddedDynamoDBErrorCode =
  | "data-folder-in-use"
  | "data-folder-invalid"
  | "owner-gone"
  | "implementation-missing"
  | "region-invalid"
  | "start-failed"
  | "stopped";

/** A failure of the embedded DynamoDB itself (never an answer of DynamoDB), in words for the person at the screen. */
export class EmbeddedDynamoDBError extends Error {
  override readonly name = "EmbeddedDynamoDBError";
  readonly code: EmbeddedDynamoDBErrorCode;

  constructor(code: EmbeddedDynamoDBErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

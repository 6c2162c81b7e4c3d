import { codeOf, reasonOf } from "./connection-problem.ts";

/**
 * There is a database, and it does not answer at this moment: whoever asks again later may be answered. What was asked may or may
 * not have been done.
 */
export class DatabaseAway extends Error {
  override readonly name = "DatabaseAway";
  /** For those who see errors of many kinds. */
  readonly code = "DATABASE_AWAY";
  /** Whether the connection broke off that was asked: another one may be answered at once. Else it was waited for already. */
  readonly isBrokenOff: boolean;

  constructor(cause: unknown, { isBrokenOff }: Pick<DatabaseAway, "isBrokenOff">) {
    super("The database does not answer.", { cause });
    this.isBrokenOff = isBrokenOff;
  }
}

/** What a PostgreSQL says that is ending, not up yet or full, and the network where there is none. */
const codesOfAbsence = new Set([
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/** What `pg` says without a code of a connection that broke. */
const broken = /^(?:Connection terminated|Client has encountered a connection error|Client was closed)/;

/** What it says of one that is there and silent, and where all that there may be are taken. */
const silent = /^(?:Query read timeout|timeout e|Connection terminated due to connection timeout)/;

/** Whether a connection is missing or broke, so that the same may go well in a moment. */
export function isAway(error: unknown): boolean {
  if (isSilent(error)) return false;
  return codesOfAbsence.has(codeOf(error)) || broken.test(reasonOf(error));
}

/** What went wrong with a connection or with a question over it; absence and silence of the database as {@link DatabaseAway}. */
export function toldApart(error: unknown, during: "connecting" | "asking"): unknown {
  const isBroken = isAway(error);
  if (!isBroken && !isSilent(error)) return error;
  return new DatabaseAway(error, { isBrokenOff: isBroken && during === "asking" });
}

/** Whether a database has not answered for as long as somebody waits: to ask at once again is of no use. */
function isSilent(error: unknown): boolean {
  return silent.test(reasonOf(error));
}

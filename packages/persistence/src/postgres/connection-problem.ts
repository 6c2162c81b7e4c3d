import { DatabaseError } from "./database-error.ts";
import { namedFileProblem } from "./named-files.ts";

/** The oldest major version that our tables are tested with. */
const oldestVersion = 14;

/** Where a URL leads, as far as it may be told: without the password. */
interface Place {
  readonly host: string;
  readonly user: string;
  readonly database: string;
}

/** What `pg` takes: `postgres://`, `postgresql://`, and `socket:` with a path. */
const address = /^(?:postgres(?:ql)?:\/\/|socket:)/i;

/** @throws {DatabaseError} `not-reached` for what is no address of a PostgreSQL */
export function assertAddress(url: string): void {
  if (address.test(url)) return;
  const message =
    "DATABASE_URL is no address of a PostgreSQL. Write postgres://user:password@host:5432/database.";
  throw new DatabaseError("not-reached", message);
}

function placeOf(url: string): Place {
  // The socket of a machine has no host, which not every parser takes.
  if (!URL.canParse(url)) return { host: "that address", user: "in it", database: "in it" };
  const { hostname, port, username, pathname } = new URL(url);
  const host = hostname === "" ? "that socket" : `${hostname}:${port || 5432}`;
  return { host, user: decoded(username), database: decoded(pathname.slice(1)) || decoded(username) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const unknownCertificate = ({ host }: Place) =>
  `${host} shows a certificate that is not trusted here. Name its authority in DATABASE_URL with sslrootcert=<file>; sslmode=no-verify encrypts without asking whose it is.`;

const noRightToMakeTables = ({ user, database }: Place) =>
  `The role ${user} may not make tables in the schema of the database ${database}. Make it the owner, for example: ALTER DATABASE "${database}" OWNER TO "${user}".`;

/** What PostgreSQL, TLS and the network answer by code, in a sentence with the way out. */
const sentences: Readonly<Record<string, (place: Place, reason: string) => string>> = {
  "28P01": ({ user }) => `It knows no role ${user} with this password. Correct both in DATABASE_URL.`,
  "28000": (_, reason) =>
    `It does not let us in: ${reason}. Correct the role in DATABASE_URL, or add sslmode=verify-full where the server asks for TLS.`,
  "3D000": ({ database }) =>
    `It has no database ${database}. Make it (CREATE DATABASE "${database}"), or name another in DATABASE_URL.`,
  "3F000": ({ user }) =>
    `The role ${user} has no schema to make tables in. Set its search_path, for example to public.`,
  "42501": noRightToMakeTables,
  "53300": () =>
    "It takes no more connections. Raise its max_connections, or give Rivulet a pool of its own.",
  ECONNREFUSED: ({ host }) => `Nothing listens at ${host}. Start it, or correct DATABASE_URL.`,
  ENOTFOUND: ({ host }) => `There is no host of that name (${host}). Correct DATABASE_URL.`,
  DEPTH_ZERO_SELF_SIGNED_CERT: unknownCertificate,
  SELF_SIGNED_CERT_IN_CHAIN: unknownCertificate,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownCertificate,
  ERR_TLS_CERT_ALTNAME_INVALID: ({ host }) =>
    `The certificate is that of another host than ${host}. Write the name in DATABASE_URL that the certificate has.`,
};

/** An error without a code says what it is in its text. */
const otherSentences: readonly (readonly [RegExp, string])[] = [
  [/does not support SSL/, "It speaks no TLS. Take sslmode out of DATABASE_URL, or set up TLS there."],
  [/timeout expired|timed out/i, "It does not answer. Correct DATABASE_URL, or look at what is in between."],
  [
    /password must be a string/,
    "It asks for a password. Write it into DATABASE_URL: postgres://user:password@host/database.",
  ],
];

/** Why a database cannot be used, for the person who named it. Never has the password in it. */
export function connectionProblem(url: string, error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const place = placeOf(url);
  const reason = reasonOf(error);
  const sentence =
    namedFileProblem(url, error) ??
    sentences[codeOf(error)]?.(place, reason) ??
    otherSentences.find(([pattern]) => pattern.test(reason))?.[1] ??
    `${reason}. Look at DATABASE_URL.`;
  const message = `The PostgreSQL at ${place.host} cannot be used. ${sentence}`;
  return new DatabaseError("not-reached", message, { cause: error });
}

/** What an error says, of the first address where there are several. */
export function reasonOf(error: unknown): string {
  // A host with several addresses gives an error for each.
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

/** By what PostgreSQL, TLS or the network calls it; empty where it has no code. */
export function codeOf(error: unknown): string {
  if (error instanceof AggregateError && !("code" in error)) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** @throws {DatabaseError} `not-reached` for a server that is too old */
export function assertSupported(versionNumber: number): void {
  if (versionNumber >= oldestVersion * 10_000) return;
  const found = versionNumber >= 100_000 ? Math.floor(versionNumber / 10_000) : "9 or older";
  throw new DatabaseError(
    "not-reached",
    `That server is PostgreSQL ${found}, and Rivulet needs ${oldestVersion} or newer. Nothing was changed. Name another in DATABASE_URL.`,
  );
}

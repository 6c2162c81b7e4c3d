import { EmbeddedDynamoDBError } from "../embedded-dynamodb-error.ts";
import { dynalite } from "./dynalite.ts";
import { dynoxide, installedDynoxide } from "./dynoxide.ts";
import type { Implementation, ImplementationName } from "./implementation.ts";

export interface ImplementationChoice {
  /** Left out: dynoxide where its binary exists, else dynalite. */
  readonly implementation?: ImplementationName;
  /** A dynoxide binary of the user's own (environment variable RIVULET_DYNAMODB_BINARY). */
  readonly binary?: string;
  /** Where the child entry of dynalite is, for a bundle that keeps it elsewhere than beside itself. */
  readonly dynaliteEntry?: string;
}

/**
 * Finds the program to run. The user's own binary comes before the installed package; dynalite is taken when there is
 * neither. A choice that cannot be met is an error, never a silent change to the other program: each keeps its own
 * files, so the tables would seem to be lost.
 *
 * @throws {EmbeddedDynamoDBError} `implementation-missing`
 */
export function chooseImplementation(choice: ImplementationChoice): Implementation {
  if (choice.implementation === "dynalite") return dynalite(choice.dynaliteEntry);
  if (choice.binary !== undefined) return dynoxide(choice.binary);
  const installed = installedDynoxide();
  if (installed !== undefined) return dynoxide(installed);
  if (choice.implementation === undefined) return dynalite(choice.dynaliteEntry);
  throw new EmbeddedDynamoDBError(
    "implementation-missing",
    `dynoxide has no installed binary for ${process.platform}-${process.arch}. Set RIVULET_DYNAMODB_BINARY to one of your own, or choose dynalite.`,
  );
}

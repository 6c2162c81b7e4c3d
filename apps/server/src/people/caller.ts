/** What somebody may do in the studio and with the server, from most to nothing; each includes those after it. */
export const authoringRights = ["administrator", "builder", "viewer", "none"] as const;

/** A right of {@link authoringRights}. It says nothing about the application: there the user roles decide. */
export type AuthoringRight = (typeof authoringRights)[number];

/** What an API key can be made for. */
export const keyScopes = ["read-project", "write-project", "run-microflows", "operate"] as const;

/** A scope of {@link keyScopes}. */
export type KeyScope = (typeof keyScopes)[number];

/** Somebody with an account on this server. */
export interface Person {
  /** Stable id of the account. */
  readonly id: string;
  /** As it is shown: "Ada Lovelace". */
  readonly name: string;
  readonly authoring: AuthoringRight;
  /** Names of user roles of the project: what the person may do in the application. */
  readonly userRoles: readonly string[];
}

/**
 * Who sends a request.
 *
 * - `local`: whoever reaches a server of this machine that has no accounts; he may do everything here.
 * - `anonymous`: nobody has signed in, on a server with accounts.
 * - `person`: somebody who has signed in.
 * - `key`: a program with an API key; it may do what its scopes name, as far as its owner may.
 */
export type Caller =
  | { readonly kind: "local" }
  | { readonly kind: "anonymous" }
  | { readonly kind: "person"; readonly person: Person }
  | {
      readonly kind: "key";
      readonly id: string;
      readonly name: string;
      readonly owner: Person;
      readonly scopes: readonly KeyScope[];
    };

/** The person behind a request: who has signed in, or whose key it is. */
export function personOf(caller: Caller): Person | undefined {
  if (caller.kind === "person") return caller.person;
  return caller.kind === "key" ? caller.owner : undefined;
}

/**
 * How a caller is named in columns that say who; `undefined` for whoever has no name.
 *
 * @example callerName(input.caller) // "Ada Lovelace", or "Ada Lovelace (key nightly)"
 */
export function callerName(caller: Caller): string | undefined {
  const person = personOf(caller);
  return caller.kind === "key" ? `${caller.owner.name} (key ${caller.name})` : person?.name;
}

/** Whether a caller has a right in the studio, through a key only within the scope that the right needs. */
export function hasRight(caller: Caller, right: Exclude<AuthoringRight, "none">): boolean {
  if (caller.kind === "local") return true;
  const person = personOf(caller);
  if (!person || authoringRights.indexOf(person.authoring) > authoringRights.indexOf(right)) return false;
  return caller.kind !== "key" || scopesOfRight[right].some((scope) => caller.scopes.includes(scope));
}

const scopesOfRight = {
  viewer: ["read-project", "write-project"],
  builder: ["write-project"],
  administrator: ["operate"],
} as const satisfies Record<Exclude<AuthoringRight, "none">, readonly KeyScope[]>;

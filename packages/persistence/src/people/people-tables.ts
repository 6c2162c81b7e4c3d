import type { Generated } from "kysely";

/** A row of the table `accounts`. */
export interface AccountTable {
  /** Identity of the project. */
  readonly project: string;
  readonly id: string;
  readonly name: string;
  /** In lower case. */
  readonly email: string;
  readonly password_hash: string | null;
  /** Issuer and subject of a sign-in with OpenID Connect. */
  readonly open_id: string | null;
  readonly authoring: "administrator" | "builder" | "viewer" | "none";
  /** JSON: names of user roles. */
  readonly user_roles: string;
  readonly is_disabled: Generated<boolean>;
  readonly created_at: Date;
  readonly signed_in_at: Date | null;
}

/** A row of the table `sessions`. */
export interface SessionTable {
  readonly token_hash: string;
  readonly account: string;
  readonly expires_at: Date;
}

/** A row of the table `one_time_links`. */
export interface OneTimeLinkTable {
  /** Identity of the project. */
  readonly project: string;
  readonly token_hash: string;
  readonly account: string | null;
  readonly expires_at: Date;
}

/** A row of the table `failed_sign_ins`, for addresses without an account as well. */
export interface FailedSignInTable {
  /** Identity of the project. */
  readonly project: string;
  readonly email: string;
  readonly tries: number;
  readonly last_at: Date;
}

/** A row of the table `api_keys`. */
export interface ApiKeyTable {
  readonly id: string;
  readonly token_hash: string;
  readonly name: string;
  readonly account: string;
  /** JSON: names of scopes. */
  readonly scopes: string;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly used_at: Date | null;
}

/** A row of the table `audit`. */
export interface AuditTable {
  /** Identity of the project. */
  readonly project: string;
  readonly id: Generated<string>;
  readonly at: Date;
  readonly account: string | null;
  readonly who: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
}

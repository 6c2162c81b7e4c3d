import { randomUUID } from "node:crypto";
import type { NamedKey, PostgresApiKeys, StoredKey } from "@rivulet/persistence";
import { HttpProblem } from "../http/http-problem.ts";
import type { AuditLog } from "./audit-log.ts";
import { type Caller, hasRight, type KeyScope, type Person } from "./caller.ts";
import { newToken } from "./one-time-token.ts";

const day = 24 * 3_600_000;

/** The beginning of every key, by which programs that look for leaked secrets know it. */
const keyPrefix = "rivulet_key_";

/** What API keys need of the rest. */
export interface ApiKeyParts {
  readonly keys: PostgresApiKeys;
  readonly audit: AuditLog;
  /** Told when keys have changed. */
  readonly changed: () => void;
}

/** A key that is asked for. */
export interface WantedKey {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  /** Days after which it ends. */
  readonly days: number;
}

/** Keys with which programs act for a person. */
export class ApiKeys {
  readonly #parts: ApiKeyParts;

  constructor(parts: ApiKeyParts) {
    this.#parts = parts;
  }

  /** The keys of the person; those of everybody for an administrator. */
  list(person: Person, who: Caller): Promise<readonly NamedKey[]> {
    return this.#parts.keys.list(hasRight(who, "administrator") ? undefined : person.id);
  }

  /** Makes a key for the person. The token is told this once; nobody can read it again. */
  async make(
    person: Person,
    { name, scopes, days }: WantedKey,
    who: Caller,
  ): Promise<{ key: NamedKey; token: string }> {
    const { token, hash } = newToken(keyPrefix);
    const createdAt = Date.now();
    const key = { id: randomUUID(), name, account: person.id, scopes, createdAt, usedAt: null };
    const stored: StoredKey = { ...key, expiresAt: createdAt + days * day };
    await this.#parts.keys.add(stored, hash);
    const detail = `${scopes.join(", ")}; ${days} days`;
    await this.#parts.audit.record({ who, action: "key-made", subject: name, detail });
    return { key: { ...stored, ownerName: person.name }, token };
  }

  /** Ends a key: one's own, or as an administrator anybody's. Throws `unknown-key`. */
  async remove(person: Person, id: string, who: Caller): Promise<void> {
    const { keys, audit, changed } = this.#parts;
    const key = await keys.find(id);
    if (!key || (key.account !== person.id && !hasRight(who, "administrator")))
      throw new HttpProblem("unknown-key", "You have no such key.");
    await keys.remove(id);
    changed();
    await audit.record({ who, action: "key-removed", subject: key.name });
  }
}

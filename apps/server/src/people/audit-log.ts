import type { PostgresAudit } from "@rivulet/persistence";
import type { Logger } from "pino";
import { type Caller, callerName, personOf } from "./caller.ts";

/** What is worth being found again later. A new one needs a row here and a sentence in the studio's messages. */
export const auditActions = [
  "signed-in",
  "signed-out",
  "sign-in-failed",
  "link-made",
  "link-used",
  "password-changed",
  "person-added",
  "person-changed",
  "key-made",
  "key-removed",
  "secret-kept",
  "secret-forgotten",
  "configuration-chosen",
  "microflow-refused",
  "table-created",
  "item-added",
  "item-changed",
  "item-deleted",
] as const;

/** An action of {@link auditActions}. */
export type AuditAction = (typeof auditActions)[number];

/** Something that somebody did. Never holds a secret. */
export interface AuditEvent {
  readonly who: Caller;
  readonly action: AuditAction;
  /** What it was done to, as people name it: `Sales.ApiKey`, a name of an account. */
  readonly subject: string;
  /** What else is worth knowing, in words. */
  readonly detail?: string;
}

/** An event as it is written down. */
export interface AuditEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Id of the account; `null` for whoever has none. */
  readonly account: string | null;
  /** Name at that time; `null` for whoever has none. */
  readonly who: string | null;
  readonly action: AuditAction;
  readonly subject: string;
  readonly detail: string;
}

/** Where it is written down who did what. */
export interface AuditLog {
  /** Resolves when it is written. Throws when it cannot be. */
  record(event: AuditEvent): Promise<void>;
}

/** An event as an entry of this moment. */
function auditEntry({ who, action, subject, detail = "" }: AuditEvent): AuditEntry {
  const account = personOf(who)?.id ?? null;
  return { at: Date.now(), account, who: callerName(who) ?? null, action, subject, detail };
}

/** Writes into the database, where the studio reads it. */
export class AuditInDatabase implements AuditLog {
  readonly #audit: PostgresAudit;

  constructor(audit: PostgresAudit) {
    this.#audit = audit;
  }

  record(event: AuditEvent): Promise<void> {
    return this.#audit.add(auditEntry(event));
  }
}

/** Writes into the log of the server: for a server that has no database. */
export class AuditInServerLog implements AuditLog {
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  async record(event: AuditEvent): Promise<void> {
    this.#log.info({ audit: auditEntry(event) }, "audit");
  }
}

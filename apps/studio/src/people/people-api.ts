import { projectMessages } from "../messages/project-messages.ts";

/** What somebody may do in the studio. */
export type AuthoringRight = "administrator" | "builder" | "viewer" | "none";

/** What an API key can be made for. */
export type KeyScope = "read-project" | "write-project" | "run-microflows" | "operate";

/** Whoever uses the studio. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly authoring: AuthoringRight;
  readonly userRoles: readonly string[];
}

/** Whether the server has accounts, and who has signed in. */
export interface WhoIsThere {
  readonly mode: "local" | "accounts";
  readonly person: SignedIn | null;
}

/** A person as administrators see one. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly authoring: AuthoringRight;
  readonly userRoles: readonly string[];
  readonly isDisabled: boolean;
  readonly canSignIn: boolean;
  readonly signedInAt: string | null;
}

/** What is decided about a person. */
export type PersonFacts = Pick<PersonRow, "name" | "email" | "authoring" | "userRoles">;

/** An API key; its token was shown once. */
export interface KeyRow {
  readonly id: string;
  readonly name: string;
  /** Id and name of the person for whom it acts. */
  readonly owner: string;
  readonly ownerName: string;
  readonly scopes: readonly KeyScope[];
  readonly expiresAt: string;
  readonly usedAt: string | null;
}

/** A line of the audit log. */
export interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly who: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
}

/** Lines of the audit log, and where the next ones begin. */
export interface AuditPage {
  readonly entries: readonly AuditRow[];
  readonly next: string | null;
}

/** Which lines of the audit log are asked for. */
export interface AuditQuery {
  readonly action?: string;
  readonly who?: string;
  readonly subject?: string;
  readonly before?: string;
}

async function send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const content =
    body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(path, { method, ...content }).catch((error: unknown) => {
    throw new Error(projectMessages.serverUnreachable, { cause: error });
  });
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  const answer: unknown = isJson ? await response.json() : {};
  if (response.ok) return answer as Answer;
  const { detail } = answer as { readonly detail?: string };
  throw new Error(detail ?? projectMessages.serverAnswered(response.status));
}

/** The people of the server, as its API has them. Every call throws a sentence that can be shown. */
export const peopleApi = {
  whoIsThere: () => send<WhoIsThere>("GET", "/api/v1/session"),
  signOut: () => send<WhoIsThere>("DELETE", "/api/v1/session"),
  changePassword: (present: string, wanted: string) =>
    send<WhoIsThere>("PUT", "/api/v1/session/password", { present, wanted }),
  people: async () => (await send<{ people: readonly PersonRow[] }>("GET", "/api/v1/people")).people,
  add: (facts: PersonFacts) => send<PersonRow & { link: string }>("POST", "/api/v1/people", facts),
  change: (id: string, change: Partial<PersonFacts> & { readonly isDisabled?: boolean }) =>
    send<PersonRow>("PATCH", `/api/v1/people/${id}`, change),
  link: (id: string) => send<{ link: string }>("POST", `/api/v1/people/${id}/links`),
  keys: async () => (await send<{ keys: readonly KeyRow[] }>("GET", "/api/v1/keys")).keys,
  makeKey: (key: { readonly name: string; readonly scopes: readonly KeyScope[]; readonly days: number }) =>
    send<KeyRow & { token: string }>("POST", "/api/v1/keys", key),
  removeKey: (id: string) => send<object>("DELETE", `/api/v1/keys/${id}`),
  audit: (query: AuditQuery) => send<AuditPage>("GET", `/api/v1/audit?${new URLSearchParams({ ...query })}`),
} as const;

import type { Diff, ProjectRecord } from "@rivulet/model";
import type { ApplicationState } from "@rivulet/runtime/wire";
import { projectMessages } from "../messages/project-messages.ts";
import {
  type Catalog,
  type ConnectionTest,
  type DocumentHashes,
  type KnownTables,
  type LoadedDocument,
  type MachineConstants,
  type PresentDocuments,
  type ProjectApi,
  type ProjectSnapshot,
  type SaveResult,
  type SecretPlace,
  ServerRefused,
  ServerUnreachable,
  type TableQuestion,
} from "./project-api.ts";

/** A document in the answer to a save that came too late. */
interface PresentDocument {
  readonly id: string;
  readonly hash: string | null;
  readonly records: readonly ProjectRecord[] | null;
}

/** What the studio reads of the answer about configurations. */
interface ConfigurationsAnswer {
  readonly activeId: string | null;
}

/** A problem document (RFC 9457) of the server, as far as the studio reads it. */
interface ServerProblem {
  readonly code?: string;
  readonly detail?: string;
  readonly documents?: readonly PresentDocument[];
  readonly problems?: readonly { readonly message: string }[];
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const saveTimeout = 30_000;

/** Answers that say "not now" rather than "no": a save is repeated. */
const passingStatuses = new Set([401, 408, 429, 502, 503, 504]);

function problemOf({ status, body }: Answer): ServerRefused {
  const { code, detail, problems = [] } = (body ?? {}) as ServerProblem;
  const sentence = detail ?? projectMessages.serverAnswered(status);
  return new ServerRefused([sentence, ...problems.map(({ message }) => message)].join(" "), code);
}

function presentDocuments({ documents = [] }: ServerProblem): PresentDocuments {
  return {
    hashes: Object.fromEntries(documents.map(({ id, hash }) => [id, hash])),
    records: documents.flatMap(({ records }) => records ?? []),
  };
}

/**
 * The hashes of some documents. The server sends those of all; but of a document that somebody else changed meanwhile
 * we do not have the content yet, so its new hash would be a lie.
 */
function hashesOf(documents: readonly string[], { body }: Answer): Record<string, string | null> {
  const { hashes } = body as { hashes: DocumentHashes };
  return Object.fromEntries(documents.map((id) => [id, hashes[id] ?? null]));
}

/**
 * The authoring API of the server over HTTP.
 *
 * @example new HttpProjectApi("") // the server that the page came from
 */
export class HttpProjectApi implements ProjectApi {
  readonly #origin: string;
  readonly #onSignedOut: () => void;

  /** @param onSignedOut is told when the server asks to sign in: a session has ended meanwhile */
  constructor(origin: string, onSignedOut: () => void = () => {}) {
    this.#origin = origin;
    this.#onSignedOut = onSignedOut;
  }

  async loadProject(): Promise<ProjectSnapshot> {
    return this.#read("/api/v1/project/records");
  }

  async loadCatalog(): Promise<Catalog> {
    return this.#read("/api/v1/catalog");
  }

  async loadDocument(id: string): Promise<LoadedDocument | undefined> {
    const answer = await this.#send("GET", `/api/v1/project/documents/${encodeURIComponent(id)}`);
    if (answer.status === 404) return undefined;
    if (answer.status !== 200) throw problemOf(answer);
    return answer.body as LoadedDocument;
  }

  follow(...[onChange, onApplication]: Parameters<ProjectApi["follow"]>): () => void {
    const events = new EventSource(`${this.#origin}/api/v1/project/events`);
    let isFirst = true;
    events.addEventListener("open", () => {
      // What happened while nobody listened has to be asked for.
      if (!isFirst) void this.#presentHashes().then(onChange, () => {});
      isFirst = false;
    });
    events.addEventListener("application", (event) => {
      const { data } = event as unknown as { readonly data: string };
      onApplication(JSON.parse(data) as ApplicationState);
    });
    events.addEventListener("changed", (event) => {
      const { data } = event as unknown as { readonly data: string };
      const { hashes } = JSON.parse(data) as { hashes: DocumentHashes };
      onChange(hashes);
    });
    return () => events.close();
  }

  async #presentHashes(): Promise<DocumentHashes> {
    const { documents } = await this.#read<{ documents: readonly { id: string; hash: string }[] }>(
      "/api/v1/project",
    );
    return Object.fromEntries(documents.map(({ id, hash }) => [id, hash]));
  }

  async save(diff: Diff, expectedHashes: Readonly<Record<string, string | null>>): Promise<SaveResult> {
    const answer = await this.#send("PATCH", "/api/v1/project", { diff, expectedHashes });
    if (answer.status === 200)
      return { kind: "saved", hashes: hashesOf(Object.keys(expectedHashes), answer) };
    const problem = (answer.body ?? {}) as ServerProblem;
    if (problem.code === "stale-documents") return { kind: "stale", present: presentDocuments(problem) };
    if (problem.code === "project-locked" || passingStatuses.has(answer.status))
      throw new ServerUnreachable(problem.detail ?? projectMessages.serverAnswered(answer.status));
    return { kind: "refused", message: problemOf(answer).message };
  }

  async loadActiveConfiguration(): Promise<string | undefined> {
    const { activeId } = await this.#read<ConfigurationsAnswer>("/api/v1/configurations");
    return activeId ?? undefined;
  }

  async chooseConfiguration(name: string): Promise<string | undefined> {
    const answer = await this.#send("PUT", "/api/v1/configuration", { name });
    if (answer.status !== 200) throw problemOf(answer);
    return (answer.body as ConfigurationsAnswer).activeId ?? undefined;
  }

  async testConnection(configuration: string): Promise<ConnectionTest> {
    const answer = await this.#send("POST", "/api/v1/connection-tests", { name: configuration });
    if (answer.status !== 200) throw problemOf(answer);
    return answer.body as ConnectionTest;
  }

  loadKnownTables(): Promise<KnownTables> {
    return this.#read("/api/v1/tables");
  }

  async lookUpTables(question: TableQuestion): Promise<KnownTables> {
    const answer = await this.#send("POST", "/api/v1/table-lookups", question);
    if (answer.status !== 200) throw problemOf(answer);
    return answer.body as KnownTables;
  }

  loadMachineConstants(): Promise<MachineConstants> {
    return this.#read("/api/v1/constants");
  }

  async saveSecret({ constant, configuration }: SecretPlace, value: string | undefined): Promise<void> {
    const body = { value: value ?? null, configuration };
    const answer = await this.#send("PUT", `/api/v1/secrets/${constant}`, body);
    if (answer.status >= 300) throw problemOf(answer);
  }

  async #read<Content>(path: string): Promise<Content> {
    const answer = await this.#send("GET", path);
    if (answer.status !== 200) throw problemOf(answer);
    return answer.body as Content;
  }

  async #send(method: string, path: string, body?: unknown): Promise<Answer> {
    try {
      const response = await fetch(this.#origin + path, {
        method,
        signal: AbortSignal.timeout(saveTimeout),
        ...(body === undefined
          ? {}
          : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
      });
      if (response.status === 401) this.#onSignedOut();
      const isJson = response.headers.get("content-type")?.includes("json") ?? false;
      return { status: response.status, body: isJson ? await response.json() : undefined };
    } catch (error) {
      throw new ServerUnreachable(projectMessages.serverUnreachable, { cause: error });
    }
  }
}

import type { KnownTables, ProjectApi, TableQuestion } from "../project/project-api.ts";
import type { StudioProject } from "../project/studio-project.ts";
import { tablesOfProject } from "./tables-of-project.ts";

/** What the studio knows of the tables behind the active configuration. */
export interface TableKnowledgeState {
  readonly known: KnownTables | undefined;
  readonly isAsking: boolean;
  /** Why the server could not be asked; what DynamoDB said stands with its region. */
  readonly failure: string | undefined;
}

type TableApi = Pick<ProjectApi, "loadKnownTables" | "lookUpTables">;

const nothing: TableKnowledgeState = { known: undefined, isAsking: false, failure: undefined };
/** Milliseconds after which an answer is asked for again, when it is needed. */
const freshFor = 5 * 60_000;
/** Milliseconds without an edit before the tables of new names are looked up. */
const quietFor = 1_000;

const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * The tables behind the active configuration, for checks and editors. Nobody is asked before somebody wants it:
 * opening a project touches no network. From then on new names are looked up as they are written, and all again after
 * a time.
 */
export class TableKnowledge {
  readonly #api: TableApi;
  readonly #project: StudioProject;
  readonly #listeners = new Set<() => void>();
  #state = nothing;
  #askedAt: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Rises when another configuration becomes active: answers about the one before are dropped. */
  #turn = 0;

  constructor(api: TableApi, project: StudioProject) {
    this.#api = api;
    this.#project = project;
  }

  get state(): TableKnowledgeState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Begins anew with what the server knows already: at the start, and for another configuration. */
  async load(): Promise<void> {
    this.#turn += 1;
    this.#askedAt = undefined;
    clearTimeout(this.#timer);
    this.#become(nothing);
    const turn = this.#turn;
    // Who may not know it, and an older server, leave everything as it is without tables.
    const known = await this.#api.loadKnownTables().catch(() => undefined);
    if (turn !== this.#turn || !known || known.regions.length === 0) return;
    this.#askedAt = Math.min(...known.regions.map(({ readAt }) => Date.parse(readAt)));
    this.#become({ ...this.#state, known });
  }

  /** Has the server ask DynamoDB. Never rejects: what goes wrong is part of the state. */
  async lookUp(isAnew: boolean): Promise<void> {
    if (this.#state.isAsking) return;
    const turn = this.#turn;
    this.#become({ ...this.#state, isAsking: true, failure: undefined });
    this.#askedAt = Date.now();
    const question: TableQuestion = { ...tablesOfProject(this.#project), isAnew };
    const outcome = await this.#api.lookUpTables(question).then(
      (known) => ({ known, failure: undefined }),
      (error: unknown) => ({ known: this.#state.known, failure: sentence(error) }),
    );
    if (turn === this.#turn) this.#become({ ...outcome, isAsking: false });
  }

  /** Looks up what has become old. Does nothing where nobody has asked yet. */
  freshen(): void {
    if (this.#askedAt !== undefined && Date.now() - this.#askedAt > freshFor) void this.lookUp(false);
  }

  /** Looks up the tables of names that are written from now on; returns what ends that. */
  watch(): () => void {
    const unsubscribe = this.#project.subscribe(() => {
      if (this.#askedAt !== undefined) this.#lookUpSoon();
    });
    return () => {
      unsubscribe();
      clearTimeout(this.#timer);
    };
  }

  #lookUpSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#lookUpNewNames(), quietFor);
  }

  #lookUpNewNames(): void {
    if (this.#state.isAsking) {
      this.#lookUpSoon();
      return;
    }
    const { tables, regions } = tablesOfProject(this.#project);
    const known = this.#state.known?.regions ?? [];
    const isKnown = (region: string) => {
      const found = known.find((each) => each.region === region);
      // What failed is not tried again by itself.
      if (found?.error) return true;
      return found !== undefined && tables.every((name) => found.tables.some((table) => table.name === name));
    };
    if (regions.every(isKnown)) this.freshen();
    else void this.lookUp(false);
  }

  #become(state: TableKnowledgeState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

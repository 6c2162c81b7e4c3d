import { ActivityCatalog } from "@rivulet/activities";
import { DocumentStore, removeDependents } from "@rivulet/document";
import { ProjectIndex, type ProjectRecord, type ProjectRecords } from "@rivulet/model";
import type { Catalog, ProjectSnapshot } from "./project-api.ts";

/** The project that is open: its records under edit, the read-only modules beside them, and what can be drawn. */
export class StudioProject {
  readonly store: DocumentStore;
  readonly catalog: ActivityCatalog;
  readonly connectorRecords: ProjectRecords;
  #index: ProjectIndex | undefined;
  #version = 0;
  #isLocked = false;

  constructor(snapshot: ProjectSnapshot, catalog: Catalog, readView?: () => unknown) {
    this.catalog = new ActivityCatalog(catalog.activities);
    this.connectorRecords = new Map(
      catalog.modules.flatMap(({ records }) => records.map((record) => [record.id, record])),
    );
    this.store = new DocumentStore(new Map(snapshot.records.map((record) => [record.id, record])), {
      invariants: [removeDependents],
      ...(readView ? { readView } : {}),
    });
    this.store.subscribe(() => {
      this.#version += 1;
      this.#index = undefined;
    });
  }

  /** Rises with every change: what views compare. */
  get version(): number {
    return this.#version;
  }

  /** The project and its connector modules by name; made anew, when asked for, after a change. */
  get index(): ProjectIndex {
    this.#index ??= new ProjectIndex(new Map([...this.connectorRecords, ...this.store.records]));
    return this.#index;
  }

  /** A record of the project or of a connector module. */
  record(id: string): ProjectRecord | undefined {
    return this.store.get(id) ?? this.connectorRecords.get(id);
  }

  /** Makes the whole project read-only: whoever is there may look at it and no more. */
  lock(): void {
    this.#isLocked = true;
  }

  /** Whether nothing of the project can be changed here. */
  get isLocked(): boolean {
    return this.#isLocked;
  }

  /** Whether a record cannot be changed here: it belongs to a connector module, or all is locked. */
  isReadOnly(id: string): boolean {
    return this.#isLocked || this.isConnector(id);
  }

  /** Whether a record belongs to a connector module, which nobody can change. */
  isConnector(id: string): boolean {
    return this.connectorRecords.has(id);
  }

  /** Calls back after every change; for `useSyncExternalStore`. */
  subscribe = (listener: () => void): (() => void) => this.store.subscribe(listener);
}

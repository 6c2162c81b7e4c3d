import { ActivityCatalog } from "@rivulet/activities";
import { DocumentStore, removeDependents } from "@rivulet/document";
import {
  type Diff,
  ProjectIndex,
  type ProjectRecord,
  type ProjectRecords,
  type RecordType,
} from "@rivulet/model";
import type { Catalog, ProjectSnapshot } from "./project-api.ts";

/** What stands inside of a document and is nowhere listed. */
const inside = new Set<RecordType>(["element", "sequenceFlow", "annotationFlow", "placement", "widget"]);

function touchesOutline({ added, updated, removed }: Diff): boolean {
  const touched = [added, removed].flatMap((records) => Object.values(records));
  for (const [before, after] of Object.values(updated)) touched.push(before, after);
  return touched.some(({ type }) => !inside.has(type));
}

/** The project that is open: its records under edit, the read-only modules beside them, and what can be drawn. */
export class StudioProject {
  readonly store: DocumentStore;
  readonly catalog: ActivityCatalog;
  readonly connectorRecords: ProjectRecords;
  #index: ProjectIndex | undefined;
  #version = 0;
  #outlineVersion = 0;
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
    this.store.subscribe(({ diff }) => {
      this.#version += 1;
      if (touchesOutline(diff)) this.#outlineVersion += 1;
      this.#index = undefined;
    });
  }

  /** Rises with every change: what views compare. */
  get version(): number {
    return this.#version;
  }

  /** Rises when documents, modules or entities were changed, and not by what is drawn inside of a document. */
  get outlineVersion(): number {
    return this.#outlineVersion;
  }

  /** The project and its connector modules by name; made anew, when asked for, after a change. */
  get index(): ProjectIndex {
    this.#index ??= new ProjectIndex(this.#allRecords());
    return this.#index;
  }

  #allRecords(): ProjectRecords {
    const records = new Map(this.connectorRecords);
    for (const [id, record] of this.store.records) records.set(id, record);
    return records;
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

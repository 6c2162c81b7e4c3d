import { type Diff, isEmptyDiff, type ProjectRecord, type ProjectRecords, reverseDiff } from "@rivulet/model";
import { applyWhereOurs } from "./apply-where-ours.ts";
import { History, type HistoryEntry } from "./history.ts";
import { Transaction } from "./transaction.ts";

/** Who made a change. */
export type ChangeSource = "user" | "undo" | "redo" | "remote";

/** What listeners are told. */
export interface DocumentChange {
  readonly diff: Diff;
  readonly source: ChangeSource;
  readonly label: string;
  /** State of the view that belongs to the step, after an undo or redo. */
  readonly view?: unknown;
}

/**
 * A rule that every change keeps, run inside the transaction after the change was made: "delete an element, and its
 * sequence flows go too". It may change further records; rules run again until nothing more changes.
 */
export type Invariant = (transaction: Transaction, touched: readonly string[]) => void;

/** What a store is made with. */
export interface DocumentStoreOptions {
  readonly invariants?: readonly Invariant[];
  /** Steps that can be undone; 200 when left out. */
  readonly historyLimit?: number;
  /** Reads the state of the view (selection ...) that goes with a step. */
  readonly readView?: () => unknown;
  /** Milliseconds; `Date.now` when left out. */
  readonly clock?: () => number;
}

/** How one change is remembered. */
export interface TransactionOptions {
  /** Changes with the same key join into one step while they follow each other closely (typing). */
  readonly mergeKey?: string;
}

/** A change that is still going on: a drag, a dialog. Its edits are seen at once; it becomes one step at its end. */
export interface Gesture {
  edit: (change: (transaction: Transaction) => void) => void;
  /** Ends it as one step; nothing is remembered when nothing changed. */
  commit: () => void;
  /** Puts everything back as it was. */
  cancel: () => void;
}

const maximumInvariantRounds = 20;

/**
 * The records that are being edited, with undo and redo. Every change is a labelled transaction: it happens whole or
 * not at all, and gives one diff that serves the screen, undo and saving alike.
 *
 * @example
 * const store = new DocumentStore(records);
 * store.transact("Rename activity", (transaction) => transaction.update("element", id, { caption: "Get tables" }));
 * store.undo();
 */
export class DocumentStore {
  readonly #records: Map<string, ProjectRecord>;
  readonly #invariants: readonly Invariant[];
  readonly #history: History;
  readonly #readView: () => unknown;
  readonly #clock: () => number;
  readonly #listeners = new Set<(change: DocumentChange) => void>();
  #gesture: Gesture | undefined;

  constructor(records: ProjectRecords, options: DocumentStoreOptions = {}) {
    this.#records = new Map(records);
    this.#invariants = options.invariants ?? [];
    this.#history = new History(options.historyLimit ?? 200);
    this.#readView = options.readView ?? (() => undefined);
    this.#clock = options.clock ?? (() => Date.now());
  }

  /** The records as they are now: a live view, changed in place by the next transaction. */
  get records(): ProjectRecords {
    return this.#records;
  }

  get(id: string): ProjectRecord | undefined {
    return this.#records.get(id);
  }

  /** Label of the step that undo would take back. */
  get undoLabel(): string | undefined {
    return this.#history.nextUndo?.label;
  }

  /** Label of the step that redo would do again. */
  get redoLabel(): string | undefined {
    return this.#history.nextRedo?.label;
  }

  /** Calls `listener` after every change; returns the function that ends it. */
  subscribe(listener: (change: DocumentChange) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /**
   * Makes a change as one step. When `change` or a rule throws, nothing has happened. Inside a gesture the change
   * becomes part of it.
   */
  transact(
    label: string,
    change: (transaction: Transaction) => void,
    options: TransactionOptions = {},
  ): Diff {
    const viewBefore = this.#readView();
    const diff = this.#apply(change, true);
    if (isEmptyDiff(diff)) return diff;
    if (!this.#gesture) this.#remember({ label, diff, viewBefore, mergeKey: options.mergeKey });
    this.#tell({ diff, source: "user", label });
    return diff;
  }

  /** Begins a change that goes on for a while. Only one at a time. */
  begin(label: string): Gesture {
    if (this.#gesture) throw new Error(`"${label}" cannot begin while another change is going on.`);
    const viewBefore = this.#readView();
    const before = new Map(this.#records);
    const finish = () => {
      if (this.#gesture === gesture) this.#gesture = undefined;
    };
    const gesture: Gesture = {
      edit: (change) => void this.transact(label, change),
      commit: () => {
        finish();
        const diff = this.#since(before);
        if (!isEmptyDiff(diff)) this.#remember({ label, diff, viewBefore, mergeKey: undefined });
      },
      cancel: () => {
        finish();
        const back = reverseDiff(this.#since(before));
        if (isEmptyDiff(back)) return;
        this.#apply((transaction) => applyWhereOurs(transaction, back), false);
        this.#tell({ diff: back, source: "undo", label });
      },
    };
    this.#gesture = gesture;
    return gesture;
  }

  /** Takes the last step back; `false` when there is none or a gesture is going on. */
  undo(): boolean {
    const entry = this.#gesture ? undefined : this.#history.takeUndo();
    if (entry) this.#replay(entry, "undo");
    return entry !== undefined;
  }

  /** Does the step again that was undone last; `false` when there is none or a gesture is going on. */
  redo(): boolean {
    const entry = this.#gesture ? undefined : this.#history.takeRedo();
    if (entry) this.#replay(entry, "redo");
    return entry !== undefined;
  }

  /** Takes over somebody else's change. It cannot be undone here, and undo leaves it alone. */
  applyRemote(diff: Diff): void {
    const applied = this.#apply((transaction) => applyWhereOurs(transaction, diff), false);
    if (!isEmptyDiff(applied)) this.#tell({ diff: applied, source: "remote", label: "Change from outside" });
  }

  /** Starts again from other records; history is empty. */
  reset(records: ProjectRecords): void {
    const before = new Map(this.#records);
    this.#records.clear();
    for (const [id, record] of records) this.#records.set(id, record);
    this.#history.clear();
    this.#gesture = undefined;
    this.#tell({ diff: this.#since(before), source: "remote", label: "Reload" });
  }

  #replay(entry: HistoryEntry, source: "undo" | "redo"): void {
    const wanted = source === "undo" ? reverseDiff(entry.diff) : entry.diff;
    const diff = this.#apply((transaction) => applyWhereOurs(transaction, wanted), false);
    const view = source === "undo" ? entry.viewBefore : entry.viewAfter;
    this.#tell({ diff, source, label: entry.label, view });
  }

  #apply(change: (transaction: Transaction) => void, withInvariants: boolean): Diff {
    const transaction = new Transaction(this.#records);
    try {
      change(transaction);
      if (withInvariants) this.#settle(transaction);
    } catch (error) {
      transaction.rollBack();
      throw error;
    }
    return transaction.diff();
  }

  #settle(transaction: Transaction): void {
    for (let round = 0; round < maximumInvariantRounds; round += 1) {
      const touched = transaction.touched();
      for (const invariant of this.#invariants) invariant(transaction, touched);
      if (transaction.touched().length === touched.length) return;
    }
    throw new Error("The rules of the document never come to rest.");
  }

  #since(before: ReadonlyMap<string, ProjectRecord>): Diff {
    const transaction = new Transaction(new Map(before));
    for (const [id, record] of this.#records) if (before.get(id) !== record) transaction.put(record);
    for (const id of before.keys()) if (!this.#records.has(id)) transaction.remove(id);
    return transaction.diff();
  }

  #remember(step: Pick<HistoryEntry, "label" | "diff" | "viewBefore" | "mergeKey">): void {
    this.#history.push({ ...step, viewAfter: this.#readView(), at: this.#clock() });
  }

  #tell(change: DocumentChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

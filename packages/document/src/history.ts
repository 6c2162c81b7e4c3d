import { type Diff, isEmptyDiff, type ProjectRecord } from "@rivulet/model";

/** One step that can be undone. */
export interface HistoryEntry {
  /** What was done, in words: "Move 3 activities". */
  readonly label: string;
  readonly diff: Diff;
  /** State of the view (selection ...) before and after, to be brought back with the step. */
  readonly viewBefore: unknown;
  readonly viewAfter: unknown;
  /** Entries with the same key join while they follow each other closely (typing). */
  readonly mergeKey: string | undefined;
  readonly at: number;
}

/** Two diffs, one after the other, as one. */
export function joinDiffs(first: Diff, second: Diff): Diff {
  const before = new Map<string, ProjectRecord | undefined>();
  const after = new Map<string, ProjectRecord | undefined>();
  for (const diff of [first, second]) {
    const see = (id: string, from: ProjectRecord | undefined, to: ProjectRecord | undefined) => {
      if (!before.has(id)) before.set(id, from);
      after.set(id, to);
    };
    for (const [id, record] of Object.entries(diff.added)) see(id, undefined, record);
    for (const [id, [from, to]] of Object.entries(diff.updated)) see(id, from, to);
    for (const [id, record] of Object.entries(diff.removed)) see(id, record, undefined);
  }
  const added: Record<string, ProjectRecord> = {};
  const updated: Record<string, readonly [ProjectRecord, ProjectRecord]> = {};
  const removed: Record<string, ProjectRecord> = {};
  for (const [id, from] of before) {
    const to = after.get(id);
    if (!from && to) added[id] = to;
    else if (from && !to) removed[id] = from;
    else if (from && to && from !== to) updated[id] = [from, to];
  }
  return { added, updated, removed };
}

const joinWithin = 800;

/** The steps that can be undone and redone; the oldest are forgotten beyond the limit. */
export class History {
  readonly #undo: HistoryEntry[] = [];
  readonly #redo: HistoryEntry[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The step that undo would take back. */
  get nextUndo(): HistoryEntry | undefined {
    return this.#undo.at(-1);
  }

  /** The step that redo would do again. */
  get nextRedo(): HistoryEntry | undefined {
    return this.#redo.at(-1);
  }

  /** Remembers a step; what could be redone is gone. */
  push(entry: HistoryEntry): void {
    this.#redo.length = 0;
    const last = this.#undo.at(-1);
    if (
      last &&
      entry.mergeKey !== undefined &&
      last.mergeKey === entry.mergeKey &&
      entry.at - last.at <= joinWithin
    ) {
      const diff = joinDiffs(last.diff, entry.diff);
      this.#undo.pop();
      if (!isEmptyDiff(diff)) this.#undo.push({ ...entry, diff, viewBefore: last.viewBefore });
      return;
    }
    this.#undo.push(entry);
    if (this.#undo.length > this.#limit) this.#undo.shift();
  }

  /** Moves a step from undo to redo. */
  takeUndo(): HistoryEntry | undefined {
    const entry = this.#undo.pop();
    if (entry) this.#redo.push(entry);
    return entry;
  }

  /** Moves a step from redo back to undo. A further edit does not join it. */
  takeRedo(): HistoryEntry | undefined {
    const entry = this.#redo.pop();
    if (entry) this.#undo.push({ ...entry, mergeKey: undefined });
    return entry;
  }

  clear(): void {
    this.#undo.length = 0;
    this.#redo.length = 0;
  }
}

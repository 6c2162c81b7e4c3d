import type { Diff, ProjectRecord, RecordOf, RecordType } from "@rivulet/model";
import { isSameJson } from "./record-equality.ts";

/** Thrown when a transaction asks for something impossible; nothing of the transaction is kept. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
  readonly code: "record-exists" | "no-such-record";

  constructor(code: DocumentError["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * A change in the making. It reads and writes the store's records at once, and remembers what they were before, so
 * that it can be taken back whole or turned into a diff.
 */
export class Transaction {
  readonly #records: Map<string, ProjectRecord>;
  /** The record before this transaction first touched it; `undefined` when there was none. */
  readonly #before = new Map<string, ProjectRecord | undefined>();

  constructor(records: Map<string, ProjectRecord>) {
    this.#records = records;
  }

  get(id: string): ProjectRecord | undefined {
    return this.#records.get(id);
  }

  records(): IterableIterator<ProjectRecord> {
    return this.#records.values();
  }

  /** Records of which `parent` is the parent. */
  children(parent: string): ProjectRecord[] {
    return [...this.#records.values()].filter((record) => "parent" in record && record.parent === parent);
  }

  /** Ids of the records that this transaction has touched so far. */
  touched(): readonly string[] {
    return [...this.#before.keys()];
  }

  add(record: ProjectRecord): void {
    if (this.#records.has(record.id)) {
      throw new DocumentError("record-exists", `A record with the id ${record.id} exists already.`);
    }
    this.#remember(record.id);
    this.#records.set(record.id, record);
  }

  /**
   * Changes members of a record; a member set to `undefined` is taken away.
   *
   * @example transaction.update("element", id, { caption: "Get tables" })
   */
  update<Type extends RecordType>(
    type: Type,
    id: string,
    changes: { readonly [Key in keyof RecordOf<Type>]?: RecordOf<Type>[Key] | undefined },
  ): void {
    const record = this.#records.get(id);
    if (record?.type !== type)
      throw new DocumentError("no-such-record", `There is no ${type} with the id ${id}.`);
    const merged = Object.fromEntries(
      Object.entries({ ...record, ...changes }).filter(([, value]) => value !== undefined),
    );
    this.put(merged as unknown as ProjectRecord);
  }

  /** Adds a record or puts it in the place of the one with its id. */
  put(record: ProjectRecord): void {
    this.#remember(record.id);
    this.#records.set(record.id, record);
  }

  /** Takes a record away; silent when there is none. */
  remove(id: string): void {
    if (!this.#records.has(id)) return;
    this.#remember(id);
    this.#records.delete(id);
  }

  /** What has changed since the beginning; records that are again as they were are left out. */
  diff(): Diff {
    const added: Record<string, ProjectRecord> = {};
    const updated: Record<string, readonly [ProjectRecord, ProjectRecord]> = {};
    const removed: Record<string, ProjectRecord> = {};
    for (const [id, before] of this.#before) {
      const after = this.#records.get(id);
      if (!before && after) added[id] = after;
      else if (before && !after) removed[id] = before;
      else if (before && after && !isSameJson(before, after)) updated[id] = [before, after];
    }
    return { added, updated, removed };
  }

  /** Puts every record back as it was. */
  rollBack(): void {
    for (const [id, before] of this.#before) {
      if (before) this.#records.set(id, before);
      else this.#records.delete(id);
    }
    this.#before.clear();
  }

  #remember(id: string): void {
    if (!this.#before.has(id)) this.#before.set(id, this.#records.get(id));
  }
}

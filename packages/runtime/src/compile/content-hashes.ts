import { parameter } from "@rivulet/activities";
import { hashText, type MicroflowRecord, type ProjectIndex, type ProjectRecord } from "@rivulet/model";

/** Types of records on which a program can depend wherever they stand: the domain models and what is called. */
const modelTypes = new Set<ProjectRecord["type"]>([
  "module",
  "entity",
  "association",
  "enumeration",
  "constant",
]);

/** Hashes of what programs are made from. A record is hashed once, however many projects it is in. */
export class ContentHashes {
  readonly #records = new WeakMap<ProjectRecord, string>();
  readonly #models = new WeakMap<ProjectIndex, string>();

  /** Changes with the microflow, with any domain model, and with what any microflow takes and returns. */
  of(microflow: MicroflowRecord, index: ProjectIndex): string {
    const own = [microflow, ...this.#drawn(microflow.id, index)].map((record) => this.#hash(record));
    return hashText([this.#modelHash(index), ...own].join());
  }

  *#drawn(parent: string, index: ProjectIndex): Generator<ProjectRecord> {
    for (const child of index.children(parent)) {
      if (child.type !== "element" && child.type !== "sequenceFlow") continue;
      yield child;
      yield* this.#drawn(child.id, index);
    }
  }

  #modelHash(index: ProjectIndex): string {
    const known = this.#models.get(index);
    if (known !== undefined) return known;
    const parts: string[] = [];
    for (const record of index.records.values()) {
      const isParameter = record.type === "element" && record.kind === parameter.kind;
      if (isParameter || modelTypes.has(record.type)) parts.push(this.#hash(record));
      if (record.type === "microflow") parts.push(record.id, record.name, JSON.stringify(record.returnType));
    }
    const hash = hashText(parts.join());
    this.#models.set(index, hash);
    return hash;
  }

  #hash(record: ProjectRecord): string {
    const known = this.#records.get(record);
    if (known !== undefined) return known;
    const hash = hashText(JSON.stringify(record));
    this.#records.set(record, hash);
    return hash;
  }
}

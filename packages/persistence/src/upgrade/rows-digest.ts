import { createHash } from "node:crypto";
import type { BackupLine } from "../backup/backup-line.ts";

const modulus = 2n ** 256n;

/** What a database holds, as one text: two that have the same rows in the same tables have the same, in whatever order. */
export class RowsDigest {
  #table = "";
  readonly #tables = new Map<string, { rows: number; sum: bigint }>();

  add(line: BackupLine): void {
    if (line.kind === "table") {
      this.#table = line.name;
      this.#tables.set(line.name, { rows: 0, sum: 0n });
    } else if (line.kind === "row") {
      const found = this.#tables.get(this.#table);
      if (!found) throw new Error("A row comes before its table.");
      const hash = createHash("sha256").update(line.row).digest("hex");
      found.rows += 1;
      found.sum = (found.sum + BigInt(`0x${hash}`)) % modulus;
    }
  }

  get rows(): number {
    return [...this.#tables.values()].reduce((all, { rows }) => all + rows, 0);
  }

  /** One line for each table that has rows, in the order of their names. */
  text(): string {
    const lines = [...this.#tables]
      .filter(([, { rows }]) => rows > 0)
      .map(([name, { rows, sum }]) => `${name} ${rows} ${sum.toString(16)}`);
    return lines.toSorted().join("\n");
  }
}

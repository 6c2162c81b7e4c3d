import { expect, test } from "vitest";
import type { BackupLine } from "../backup/backup-line.ts";
import { RowsDigest } from "./rows-digest.ts";

function digest(tables: Readonly<Record<string, readonly string[]>>): string {
  const all = new RowsDigest();
  for (const [name, rows] of Object.entries(tables)) {
    const lines: BackupLine[] = [
      { kind: "table", name },
      ...rows.map((row) => ({ kind: "row", row }) as const),
    ];
    for (const line of lines) all.add(line);
  }
  return all.text();
}

const some = { runs: ["a", "b", "b"], audit: ["c"] };

test("the order of rows and tables does not count, nor do tables without rows", () => {
  expect(digest({ audit: ["c"], accounts: [], runs: ["b", "a", "b"] })).toBe(digest(some));
});

test.each([
  ["a row that is missing", { runs: ["a", "b"], audit: ["c"] }],
  ["a row that is there twice", { runs: ["a", "a", "b", "b"], audit: ["c"] }],
  ["another row in its place", { runs: ["a", "b", "a"], audit: ["c"] }],
  ["a row in another table", { runs: ["a", "b", "c"], audit: ["b"] }],
])("%s is seen", (_, other) => {
  expect(digest(other)).not.toBe(digest(some));
});

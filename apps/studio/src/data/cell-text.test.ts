import { expect, test } from "vitest";
import type { AttributeJson } from "./attribute.ts";
import { cellText, columnsOf, mostColumns } from "./cell-text.ts";

test.each<[AttributeJson, string]>([
  [{ S: "two\nlines" }, "two lines"],
  [{ S: "" }, ""],
  [{ N: "12345678901234567890123456789012345678" }, "12345678901234567890123456789012345678"],
  [{ BOOL: false }, "false"],
  [{ NULL: true }, "null"],
  [{ B: "AAECgP8=" }, "5 bytes"],
  [{ BS: ["AAE=", "AgM="] }, "[2 bytes, 2 bytes]"],
  [{ SS: ["a", "b"] }, "[a, b]"],
  [{ M: { City: { S: "Visby" }, Zip: { N: "1" } } }, '{City: "Visby", Zip: 1}'],
  [{ L: Array.from({ length: 9 }, (_, at) => ({ N: String(at) })) }, "[0, 1, 2, 3, 4, 5, …]"],
])("%j is shown as %s", (json, text) => {
  expect(cellText(json)).toBe(text);
});

test("behind the key stand plain values by their names, then what takes more room", () => {
  const items = [
    { Tags: { SS: ["a"] }, Total: { N: "1" }, Id: { S: "1" } },
    { City: { S: "Visby" }, At: { L: [] } },
  ];
  expect(columnsOf(items, [{ name: "Id" }]).columns).toEqual(["Id", "City", "Total", "At", "Tags"]);
});

test("a value of 400 KB is one short line, and of 10,000 attributes some have a column, the key first", () => {
  expect(cellText({ S: "x".repeat(400_000) })).toHaveLength(80);
  const wide = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`a${at}`, { N: "1" }]));
  const { columns, left } = columnsOf([{ ...wide, Id: { S: "1" } }], [{ name: "Id" }]);
  expect([columns[0], columns.length, left]).toEqual(["Id", mostColumns, 10_001 - mostColumns]);
});

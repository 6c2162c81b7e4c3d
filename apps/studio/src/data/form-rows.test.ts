import { expect, test } from "vitest";
import type { ItemJson } from "./attribute.ts";
import { type FormRow, faultsOfRows, itemOfRows, rowsOf, withType } from "./form-rows.ts";

const item: ItemJson = {
  Id: { S: "1" },
  Blank: { S: "" },
  Long: { N: "12345678901234567890123456789012345678" },
  Yes: { BOOL: true },
  Nothing: { NULL: true },
  Bytes: { B: "AA==" },
  Map: { M: { Inner: { L: [{ S: "a" }] } } },
  Tags: { SS: ["a", "b"] },
};

test("an item goes through the form unchanged, whatever its types", () => {
  expect(faultsOfRows(rowsOf(item)).size).toBe(0);
  expect(itemOfRows(rowsOf(item))).toEqual(item);
});

const row = (change: Partial<FormRow>): FormRow => ({ id: 1, name: "A", type: "S", text: "", ...change });

test.each<[string, FormRow, string]>([
  ["a text without characters is one", row({}), "a value"],
  ["a number needs digits", row({ type: "N" }), "A number is needed"],
  ["1,5 is no number", row({ type: "N", text: "1,5" }), "A number is needed"],
  ["an attribute needs a name", row({ name: "" }), "name"],
  ["a list is written as JSON", row({ type: "L", text: "[{" }), "no JSON"],
  ["a member of a list has a type", row({ type: "L", text: '["a"]' }), "L[0] has no type"],
])("%s", (_, written, fault) => {
  const found = faultsOfRows([written]).get(1);
  expect(found ?? "a value").toContain(fault);
});

test("two attributes cannot have the same name", () => {
  const rows = [row({}), row({ id: 2 })];
  expect(faultsOfRows(rows).get(2)).toContain("two attributes A");
});

test("what is written in a row stays when its type changes, where it can", () => {
  expect(withType(row({ text: "12" }), "N")).toMatchObject({ type: "N", text: "12" });
  expect(withType(row({ text: "12" }), "L")).toMatchObject({ type: "L", text: "[]" });
  expect(withType(row({ type: "L", text: "[]" }), "S")).toMatchObject({ type: "S", text: "" });
});

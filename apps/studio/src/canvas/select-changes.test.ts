import { expect, test } from "vitest";
import { withSelectChanges } from "./select-changes.ts";

test("a click on another element moves the selection", () => {
  const changes = [
    { type: "select", id: "b", selected: true },
    { type: "select", id: "a", selected: false },
  ] as const;
  expect(withSelectChanges(["a"], changes)).toEqual(["b"]);
});

test("what changes nothing gives the same selection back", () => {
  const selection = ["a"];
  expect(withSelectChanges(selection, [{ type: "select", id: "a", selected: true }])).toBe(selection);
  expect(withSelectChanges(selection, [{ type: "remove", id: "a" }])).toBe(selection);
});

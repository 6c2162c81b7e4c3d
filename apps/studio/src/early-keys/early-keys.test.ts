import { expect, test } from "vitest";
import { type EarlyKey, EarlyKeys, type KeyPress } from "./early-keys.ts";

function press(key: string, other: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isAltGraph: false,
    isComposing: false,
    repeat: false,
    ...other,
  };
}

function said(key: EarlyKey): string {
  return key.kind === "text" ? key.text : key.kind;
}

/** Presses keys one after the other; gives what the dialog would get. */
function kept(...presses: (string | KeyPress)[]): string[] {
  const keys = new EarlyKeys();
  for (const each of presses) keys.receive(typeof each === "string" ? press(each) : each);
  const all: string[] = [];
  for (let key = keys.next(); key; key = keys.next()) all.push(said(key));
  return all;
}

test.each([
  ["text, Backspace and Enter are kept in their order", ["a", "é", "😀", "Backspace", "Enter"]],
  ["Esc takes back what was typed", ["a", "b", "Escape", "c"], ["escape"]],
  ["Esc is kept also behind a key that is not", ["a", "Tab", "b", "Escape"], ["escape"]],
  ["behind Tab nothing is kept, it would go to another field", ["a", "Tab", "b", "Enter"], ["a"]],
  ["what AltGr writes is text", [press("@", { ctrlKey: true, altKey: true, isAltGraph: true })], ["@"]],
  ["Enter with Ctrl takes what is written too", [press("Enter", { ctrlKey: true })], ["enter"]],
  [
    "a finger that rests on Enter does not take what is written",
    ["a", press("Enter", { repeat: true }), "b"],
    ["a", "b"],
  ],
])("%s", (_, presses, expected = presses.map((each) => String(each).toLowerCase())) => {
  expect(kept(...presses)).toEqual(expected);
});

test.each([
  ["a command", press("s", { ctrlKey: true }), "left"],
  ["a modifier", press("Shift"), "left"],
  ["a letter that is being put together", press("k", { isComposing: true }), "left"],
  ["a key that would delete what is selected on the page", press("Delete"), "dropped"],
])("%s is not kept", (_, key, reception) => {
  const keys = new EarlyKeys();
  expect(keys.receive(key)).toBe(reception);
  expect(keys.isEmpty).toBe(true);
});

test("a heap of keys is not kept", () => {
  expect(kept(...Array.from({ length: 1_500 }, () => "x"))).toHaveLength(1_000);
});

test("after it was cleared, keys are kept again", () => {
  const keys = new EarlyKeys();
  keys.receive(press("Tab"));
  keys.clear();
  expect(keys.receive(press("a"))).toBe("kept");
});

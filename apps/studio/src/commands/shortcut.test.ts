import { describe, expect, test } from "vitest";
import { belongsToText, isShortcut, type KeyPress, shortcutKeys } from "./shortcut.ts";

/** Presses as `Ctrl+Shift+z`: what the browser tells. */
function press(text: string, code = ""): KeyPress {
  const parts = text.split(/\+(?!$)/);
  return {
    key: parts.at(-1) ?? "",
    code,
    ctrlKey: parts.includes("Ctrl"),
    metaKey: parts.includes("Meta"),
    shiftKey: parts.includes("Shift"),
    altKey: parts.includes("Alt"),
  };
}

describe("a shortcut", () => {
  test.each([
    ["Ctrl+Z", press("Ctrl+z"), true],
    ["Ctrl+Z", press("Ctrl+Shift+Z"), false],
    ["Ctrl+Z", press("z"), false],
    ["Ctrl+Z", press("Meta+z"), false],
    ["Ctrl+Shift+Z", press("Ctrl+Shift+Z"), true],
    ["Del", press("Delete"), true],
    ["Esc", press("Escape"), true],
    ["F2", press("F2"), true],
    ["Shift+F2", press("F2"), false],
    ["?", press("Shift+?"), true],
    ["?", press("?"), true],
    ["+", press("Shift++"), true],
    ["Ctrl++", press("Ctrl++"), true],
    ["1", press("1"), true],
    ["Alt+W", press("Alt+∑", "KeyW"), true],
    ["Alt+W", press("Alt+w", "KeyW"), true],
    ["W", press("Alt+w", "KeyW"), false],
  ])("%s is or is not what %j says", (shortcut, pressed, expected) => {
    expect(isShortcut(shortcut, pressed, { isMac: false })).toBe(expected);
  });

  test("means Command on a Mac", () => {
    expect(isShortcut("Ctrl+K", press("Meta+k"), { isMac: true })).toBe(true);
    expect(isShortcut("Ctrl+K", press("Ctrl+k"), { isMac: true })).toBe(false);
  });

  test("is shown key by key, with the signs of a Mac there", () => {
    expect(shortcutKeys("Ctrl+Shift+Z", { isMac: false })).toEqual(["Ctrl", "Shift", "Z"]);
    expect(shortcutKeys("Ctrl+Shift+Z", { isMac: true })).toEqual(["⌘", "⇧", "Z"]);
    expect(shortcutKeys("Ctrl++", { isMac: false })).toEqual(["Ctrl", "+"]);
  });
});

describe("a text that is being edited", () => {
  test.each([
    ["keeps letters", press("d", "KeyD"), true],
    ["keeps Delete and Enter", press("Delete"), true],
    ["keeps its own undo", press("Ctrl+z"), true],
    ["keeps its own redo", press("Ctrl+Shift+Z"), true],
    ["keeps the clipboard", press("Ctrl+v"), true],
    ["keeps moving by words", press("Ctrl+ArrowLeft"), true],
    ["keeps the question mark", press("Shift+?"), true],
    ["leaves the palette to the studio", press("Ctrl+k"), false],
    ["leaves saving to the studio", press("Ctrl+s"), false],
    ["leaves function keys to the studio", press("F5"), false],
    ["leaves closing the tab to the studio", press("Alt+w", "KeyW"), false],
  ])("%s", (_, pressed, expected) => {
    expect(belongsToText(pressed)).toBe(expected);
  });
});

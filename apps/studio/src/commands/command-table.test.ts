import { describe, expect, test } from "vitest";
import type { StudioCommand } from "./command.ts";
import { CommandTable } from "./command-table.ts";

function command(id: string, scope: StudioCommand["scope"], shortcut: string): StudioCommand {
  return { id, group: "edit", label: id, scope, shortcuts: [shortcut], run: () => {} };
}
const table = new CommandTable([
  command("undo", "everywhere", "Ctrl+Z"),
  command("palette", "everywhere", "Ctrl+K"),
  command("delete", "canvas", "Del"),
  command("zoomCanvas", "canvas", "F7"),
  command("spelling", "everywhere", "F7"),
  command("open", "canvas", "Enter"),
  command("goLeft", "canvas", "Left"),
]);
const plain = { code: "", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const undo = { ...plain, key: "z", ctrlKey: true };
const palette = { ...plain, key: "k", ctrlKey: true };
const nowhere = {
  isInText: false,
  isInDialog: false,
  isOnButton: false,
  scope: "everywhere",
  isMac: false,
} as const;

describe("the command of a key press", () => {
  test.each([
    ["anywhere", undo, nowhere, "undo"],
    ["nothing in a text that undoes itself", undo, { ...nowhere, isInText: true }, undefined],
    ["the palette from a text", palette, { ...nowhere, isInText: true }, "palette"],
    ["nothing under a dialog", palette, { ...nowhere, isInDialog: true }, undefined],
    [
      "that of the editor with the focus",
      { ...plain, key: "Delete" },
      { ...nowhere, scope: "canvas" },
      "delete",
    ],
    ["nothing of an editor without the focus", { ...plain, key: "Delete" }, nowhere, undefined],
    [
      "the editor's before the studio's",
      { ...plain, key: "F7" },
      { ...nowhere, scope: "canvas" },
      "zoomCanvas",
    ],
    ["an arrow by its short name", { ...plain, key: "ArrowLeft" }, { ...nowhere, scope: "canvas" }, "goLeft"],
    [
      "nothing on a button that Enter presses",
      { ...plain, key: "Enter" },
      { ...nowhere, scope: "canvas", isOnButton: true },
      undefined,
    ],
    ["the studio's elsewhere", { ...plain, key: "F7" }, nowhere, "spelling"],
  ] as const)("is %s", (_, press, place, expected) => {
    expect(table.forKey(press, place)?.id).toBe(expected);
  });
});

test("a shortcut that is given twice in one scope is a mistake", () => {
  expect(() => new CommandTable([command("a", "canvas", "Del"), command("b", "canvas", "Del")])).toThrow(
    /Del/,
  );
  expect(() => new CommandTable([command("a", "canvas", "A"), command("a", "canvas", "B")])).toThrow(/id/);
});

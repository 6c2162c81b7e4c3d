import { buildProject } from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { selectedByClick, topmostWidgets } from "./widget-selection.ts";

const order = ["a", "b", "c", "d"];
const click = (present: readonly string[], id: string, held: "ctrlKey" | "metaKey" | "shiftKey" | "none") =>
  selectedByClick(present, id, {
    keys: { ctrlKey: held === "ctrlKey", metaKey: held === "metaKey", shiftKey: held === "shiftKey" },
    order,
  });

describe("a click on a widget", () => {
  test("selects it alone", () => {
    expect(click(["a", "b"], "c", "none")).toEqual(["c"]);
  });

  test.each(["ctrlKey", "metaKey"] as const)("with %s adds it, or takes it out", (held) => {
    expect(click(["a"], "c", held)).toEqual(["a", "c"]);
    expect(click(["a", "c"], "a", held)).toEqual(["c"]);
  });

  test("with Shift selects all from the first one, in either direction, again and again", () => {
    expect(click(["b"], "d", "shiftKey")).toEqual(["b", "c", "d"]);
    expect(click(["b", "c", "d"], "a", "shiftKey")).toEqual(["b", "a"]);
    expect(click(["d"], "a", "shiftKey")).toEqual(["d", "c", "b", "a"]);
    expect(click(["d", "c"], "d", "shiftKey")).toEqual(["d"]);
    expect(click([], "c", "shiftKey")).toEqual(["c"]);
    expect(click(["gone"], "c", "shiftKey")).toEqual(["c"]);
  });
});

test("a selection stands for its topmost widgets, in the order of the page", () => {
  const text = (name: string) => ({ kind: "text", name });
  const box = { kind: "container", name: "box", widgets: [{ ...text("one"), widgets: [] }, text("two")] };
  const { index } = buildProject({
    modules: { Shop: { pages: { Page: { widgets: [text("first"), box, text("last")] } } } },
  });
  const ids = (...names: string[]) => names.map((name) => `Shop.Page.${name}`);
  const names = (...selected: string[]) => topmostWidgets(ids(...selected), index).map(({ name }) => name);
  expect(names("last", "two", "box")).toEqual(["box", "last"]);
  expect(names("two", "one")).toEqual(["one", "two"]);
  expect(topmostWidgets([], index)).toEqual([]);
});

import { DocumentStore, removeDependents } from "@rivulet/document";
import { ProjectIndex, type ProjectRecords, type WidgetRecord } from "@rivulet/model";
import { checkPage, widgetsOfPage } from "@rivulet/pages";
import { buildProject } from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { addWidget } from "../edit-page.ts";
import { copyWidgets, readCopiedWidgets } from "./copied-widget.ts";
import { duplicateWidgets, pasteWidgets } from "./paste-widget.ts";

function openPages() {
  const { records } = buildProject({ modules: { Shop: { pages: { Page: {}, Other: {} } } } });
  const store = new DocumentStore(records, { invariants: [removeDependents] });
  const present = () => ({
    store,
    get index() {
      return new ProjectIndex(store.records as ProjectRecords);
    },
  });
  const add = (kind: string, parent = "Shop.Page") => addWidget(present(), kind, { parent }) ?? "";
  const tree = (page = "Shop.Page") => [...widgetsOfPage(page, present().index)].map(({ name }) => name);
  const paste = (text: string, parent: string, before?: string) =>
    pasteWidgets(present(), text, { parent, before });
  const widgets = (ids: readonly string[]) => ids.map((id) => store.get(id) as WidgetRecord);
  const copy = (...ids: string[]) => copyWidgets(widgets(ids), present().index) ?? "";
  return { store, present, add, tree, paste, copy, widgets };
}

describe("a widget that is copied and pasted", () => {
  test("comes with all that is in it, under its names where they are free", () => {
    const { add, tree, paste, copy, store, present } = openPages();
    const box = add("container");
    add("text", add("container", box));
    const first = add("button");
    paste(copy(box), "Shop.Other");
    expect(tree("Shop.Other")).toEqual(["container1", "container2", "text1"]);
    paste(copy(box), "Shop.Page", first);
    expect(tree()).toEqual([
      "container1",
      "container2",
      "text1",
      "container3",
      "container4",
      "text2",
      "button1",
    ]);
    const page = present().index.page("Shop.Page");
    expect(page && checkPage(page, present().index)).toEqual([]);
    store.undo();
    expect(tree()).toHaveLength(4);
  });

  test("can go into itself: the copy is another one", () => {
    const { add, tree, paste, copy } = openPages();
    const box = add("container");
    expect(paste(copy(box), box)).toHaveProperty("ids");
    expect(tree()).toEqual(["container1", "container2"]);
  });

  test("gets a part of its own in a grid, and a part goes beside the others", () => {
    const { add, tree, paste, copy } = openPages();
    const [grid, text] = [add("layoutGrid"), add("text")];
    paste(copy(text), grid);
    expect(tree()).toEqual(["layoutGrid1", "gridColumn1", "gridColumn2", "gridColumn3", "text2", "text1"]);
    const column = add("gridColumn", grid);
    expect(paste(copy(column), text)).toMatchObject({ fault: expect.stringContaining("layout grid") });
    expect(paste(copy(column), grid)).toHaveProperty("ids");
  });

  test("does not go where its kind cannot stand, and the reason is told", () => {
    const { paste, tree } = openPages();
    const widget = { id: "x", type: "widget", parent: "y", order: "a0", name: "x", fields: {} };
    const text = (kind: string) =>
      JSON.stringify({ format: "rivulet-widgets", version: 1, widgets: [{ ...widget, kind }] });
    expect(paste(text("placeholder"), "Shop.Page")).toEqual({ fault: "A placeholder cannot stand here." });
    expect(paste(text("carousel"), "Shop.Page")).toMatchObject({
      fault: expect.stringContaining("carousel"),
    });
    expect(paste(text("text"), "gone")).toHaveProperty("fault");
    expect(tree()).toEqual([]);
  });

  test("is duplicated behind itself", () => {
    const { add, tree, present, widgets } = openPages();
    const box = add("container");
    add("text", box);
    add("button");
    duplicateWidgets(present(), widgets([box]));
    expect(tree()).toEqual(["container1", "text1", "container2", "text2", "button1"]);
  });
});

describe("several widgets that are copied and pasted", () => {
  test("come in their order, as one step", () => {
    const { add, tree, paste, copy, store } = openPages();
    const [box, text, button] = [add("container"), add("text"), add("button")];
    add("image", box);
    paste(copy(box, button), "Shop.Page", text);
    expect(tree()).toEqual(["container1", "image1", "container2", "image2", "button2", "text1", "button1"]);
    paste(copy(text, button), "Shop.Other");
    expect(tree("Shop.Other")).toEqual(["text1", "button1"]);
    store.undo();
    store.undo();
    expect(tree()).toEqual(["container1", "image1", "text1", "button1"]);
    expect(tree("Shop.Other")).toEqual([]);
  });

  test("come all or none", () => {
    const { add, tree, paste, copy } = openPages();
    const [text, column] = [add("text"), add("gridColumn", add("layoutGrid"))];
    const before = tree();
    expect(paste(copy(text, column), "Shop.Other")).toHaveProperty("fault");
    expect(tree("Shop.Other")).toEqual([]);
    expect(tree()).toEqual(before);
  });

  test("are duplicated behind the last of them", () => {
    const { add, tree, present, widgets } = openPages();
    const [first, second] = [add("text"), add("button")];
    add("image");
    duplicateWidgets(present(), widgets([first, second]));
    expect(tree()).toEqual(["text1", "button1", "text2", "button2", "image1"]);
  });
});

const widget = (id: string, parent: string) =>
  `{"id":"${id}","type":"widget","parent":"${parent}","order":"a0","kind":"text","name":"${id}","fields":{}}`;
const copied = (...widgets: string[]) =>
  `{"format":"rivulet-widgets","version":1,"widgets":[${widgets.join()}]}`;

test.each([
  ["nothing", "", /nothing on the clipboard/],
  ["a sentence", "Hello, world", /no widget of a page/],
  ["activities", '{"format":"rivulet-elements","version":1}', /no widget of a page/],
  ["a newer copy", '{"format":"rivulet-widgets","version":2}', /newer Rivulet/],
  ["no widget at all", copied(), /damaged/],
  ["a widget twice", copied(widget("a", "p"), widget("a", "p")), /damaged/],
  ["a circle of widgets", copied(widget("a", "b"), widget("a", "a")), /damaged/],
  [
    "a widget apart from the one that holds it",
    copied(widget("a", "p"), widget("b", "p"), widget("c", "a")),
    /damaged/,
  ],
  ["another record", copied('{"id":"p","type":"page"}'), /damaged/],
])("%s on the clipboard is refused with a sentence", (_, text, message) => {
  expect(readCopiedWidgets(text)).toMatchObject({
    kind: "refused",
    message: expect.stringMatching(message),
  });
});

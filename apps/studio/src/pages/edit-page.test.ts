import { DocumentStore, removeDependents } from "@rivulet/document";
import { ProjectIndex, type ProjectRecords, type WidgetRecord } from "@rivulet/model";
import { checkPage, widgetsOfPage } from "@rivulet/pages";
import { buildProject } from "@rivulet/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addWidget, deleteWidgets, moveWidget, stepWidget, widgetNameFault } from "./edit-page.ts";
import { fillDataWidget } from "./fill-widget.ts";

function openPage() {
  const { records } = buildProject({
    modules: {
      Shop: {
        entities: { Order: { attributes: { Number: "Long", State: "String", Photo: "Binary" } } },
        microflows: { All: { returns: "List(Shop.Order)", elements: {}, result: "empty" } },
        pages: { Page: {} },
      },
    },
  });
  const store = new DocumentStore(records, { invariants: [removeDependents] });
  const present = () => ({ store, index: new ProjectIndex(store.records as ProjectRecords) });
  const add = (kind: string, parent = "Shop.Page", before?: string) =>
    addWidget(present(), kind, { parent, before }) ?? "";
  const tree = () => [...widgetsOfPage("Shop.Page", present().index)].map(({ name }) => name);
  const widget = (id: string) => store.get(id) as WidgetRecord;
  return { store, present, add, tree, widget };
}

describe("widgets", () => {
  test("are added at the end, before another, or inside, each under a free name", () => {
    const { add, tree } = openPage();
    const first = add("text");
    const box = add("container");
    add("text", box);
    add("button", "Shop.Page", first);
    expect(tree()).toEqual(["button1", "text1", "container1", "text2"]);
  });

  test("of parts come with them, and take another widget in by a part of its own", () => {
    const { add, tree, widget, present } = openPage();
    const grid = add("layoutGrid");
    expect(tree()).toEqual(["layoutGrid1", "gridColumn1", "gridColumn2"]);
    const text = add("text", grid);
    const column = widget(text).parent;
    expect(widget(column)).toMatchObject({ kind: "gridColumn", parent: grid });
    const byItself = add("gridColumn", column);
    expect(widget(byItself).parent).toBe(grid);
    expect(widget(add("gridColumn")).kind).toBe("layoutGrid");
    moveWidget(present(), text, { parent: grid });
    moveWidget(present(), column, { parent: "Shop.Page" });
    expect(widget(text).parent).toBe(column);
    expect(widget(column).parent).toBe(grid);
    const page = present().index.page("Shop.Page");
    expect(page && checkPage(page, present().index)).toEqual([]);
  });

  test("move with what is in them, but not into themselves or into what holds nothing", () => {
    const { add, tree, present } = openPage();
    const [text, outer] = [add("text"), add("container")];
    const inner = add("container", outer);
    moveWidget(present(), text, { parent: inner });
    expect(tree()).toEqual(["container1", "container2", "text1"]);
    moveWidget(present(), outer, { parent: inner });
    moveWidget(present(), inner, { parent: text });
    expect(tree()).toEqual(["container1", "container2", "text1"]);
    moveWidget(present(), inner, { parent: "Shop.Page", before: outer });
    expect(tree()).toEqual(["container2", "text1", "container1"]);
  });

  test("step up and down among their siblings, and stop at the ends", () => {
    const { add, tree, present } = openPage();
    const [first] = [add("text"), add("button"), add("container")];
    stepWidget(present(), first ?? "", "down");
    expect(tree()).toEqual(["button1", "text1", "container1"]);
    stepWidget(present(), first ?? "", "down");
    stepWidget(present(), first ?? "", "down");
    expect(tree()).toEqual(["button1", "container1", "text1"]);
    stepWidget(present(), first ?? "", "up");
    stepWidget(present(), first ?? "", "up");
    stepWidget(present(), first ?? "", "up");
    expect(tree()).toEqual(["text1", "button1", "container1"]);
  });

  test("step into the one before them and out of the one around them, where they can stand", () => {
    const { add, tree, present, widget } = openPage();
    const [box, text, last] = [add("container"), add("text"), add("text")];
    stepWidget(present(), text, "into");
    expect(widget(text).parent).toBe(box);
    stepWidget(present(), box, "into");
    expect(widget(box).parent).toBe("Shop.Page");
    stepWidget(present(), text, "out");
    expect(tree()).toEqual(["container1", "text1", "text2"]);
    stepWidget(present(), text, "out");
    stepWidget(present(), last, "into");
    expect(widget(last).parent).toBe("Shop.Page");
  });

  test("are deleted with what is in them, and come back by one undo", () => {
    const { add, tree, store } = openPage();
    const box = add("container");
    add("text", box);
    deleteWidgets(store, [box]);
    expect(tree()).toEqual([]);
    store.undo();
    expect(tree()).toEqual(["container1", "text1"]);
  });

  test("have names that are unique in the page", () => {
    const { add, present, widget } = openPage();
    const [text] = [add("text"), add("text")];
    const fault = (name: string) => widgetNameFault(present().index, widget(text ?? ""), name);
    expect(fault("text1")).toBeUndefined();
    expect(fault("text2")).toContain("text2");
    expect(fault("two words")).toBeDefined();
  });

  test("stay a tree whatever is done to them, and undo brings back the beginning", () => {
    const step = fc.record({
      what: fc.constantFrom("add", "move", "step", "delete"),
      kind: fc.constantFrom("text", "container", "listView", "button"),
      at: fc.nat(20),
      to: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { store, present, add } = openPage();
        const before = JSON.stringify([...store.records]);
        for (const { what, kind, at, to } of steps) {
          const ids = [...widgetsOfPage("Shop.Page", present().index)].map(({ id }) => id);
          const pick = (position: number) => ids[position % Math.max(ids.length, 1)];
          const [one, other] = [pick(at), pick(to)];
          if (what === "add") add(kind, other ?? "Shop.Page");
          else if (one === undefined) continue;
          else if (what === "move") moveWidget(present(), one, { parent: other ?? "Shop.Page" });
          else if (what === "step")
            stepWidget(present(), one, (["up", "down", "into", "out"] as const)[to % 4] ?? "up");
          else deleteWidgets(store, [one]);
          const all = [...store.records.values()].filter(({ type }) => type === "widget");
          expect([...widgetsOfPage("Shop.Page", present().index)]).toHaveLength(all.length);
        }
        while (store.undo());
        expect(JSON.stringify([...store.records])).toBe(before);
      }),
      { numRuns: 100 },
    );
  });
});

test("a list view is filled by the attributes that can be read, the first as its heading", () => {
  const { add, present, store, widget, tree } = openPage();
  const list = add("listView");
  add("text", list);
  const source = { kind: "microflow", microflow: "Shop.All", arguments: {} };
  store.transact("source", (transaction) =>
    transaction.update("widget", list, { fields: { ...widget(list).fields, source } }),
  );
  fillDataWidget(present(), widget(list), "Shop.Order");
  const { index } = present();
  const texts = [...widgetsOfPage("Shop.Page", index)].slice(1).map(({ fields }) => fields);
  expect(texts).toEqual([
    { content: { text: "{1}", arguments: ["$currentObject/Number"] }, render: "h2" },
    { content: { text: "State: {1}", arguments: ["$currentObject/State"] }, render: "paragraph" },
  ]);
  const page = index.page("Shop.Page");
  expect(page && checkPage(page, index)).toEqual([]);
  store.undo();
  expect(tree()).toEqual(["listView1", "text1"]);
});

test("a data view is filled by an input for each attribute that can be typed, and the buttons that end a form", () => {
  const { add, present, store, widget } = openPage();
  store.transact("parameter", (transaction) =>
    transaction.update("page", "Shop.Page", { parameters: [{ name: "Order", entity: "Shop.Order" }] }),
  );
  const form = add("dataView");
  const source = { kind: "parameter", parameter: "Order" };
  store.transact("source", (transaction) =>
    transaction.update("widget", form, { fields: { ...widget(form).fields, source } }),
  );
  fillDataWidget(present(), widget(form), "Shop.Order");
  const { index } = present();
  const inside = [...widgetsOfPage("Shop.Page", index)].slice(1);
  expect(inside.map(({ kind, fields }) => [kind, fields["attribute"] ?? fields["onClick"]])).toEqual([
    ["textBox", "Number"],
    ["textBox", "State"],
    ["container", undefined],
    ["button", { kind: "saveChanges" }],
    ["button", { kind: "cancelChanges" }],
  ]);
  const page = index.page("Shop.Page");
  expect(page && checkPage(page, index)).toEqual([]);
});

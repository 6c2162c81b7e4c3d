import { DocumentStore, removeDependents } from "@rivulet/document";
import { ProjectIndex, type ProjectRecords } from "@rivulet/model";
import { checkPage, widgetsOfPage } from "@rivulet/pages";
import { buildProject } from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { type EntityLook, entitySources } from "./entity-sources.ts";
import { showEntity } from "./show-entity.ts";

function openShop() {
  const source = { kind: "microflow", microflow: "Shop.AllOrders", arguments: {} };
  const { records } = buildProject({
    modules: {
      Shop: {
        entities: {
          Order: { attributes: { Number: "Long" } },
          Line: { attributes: { Text: "String" } },
        },
        associations: { Line_Order: "Line -> Order" },
        microflows: {
          AllOrders: { returns: "List(Shop.Order)", elements: {}, result: "empty" },
          OneOrder: { returns: "Object(Shop.Order)", elements: {}, result: "empty" },
        },
        pages: {
          Page: {
            widgets: [{ kind: "listView", name: "orders", fields: { source, pageSize: 5 } }],
          },
        },
        snippets: { Part: { parameters: { Order: "Shop.Order" } } },
      },
    },
  });
  const store = new DocumentStore(records, { invariants: [removeDependents] });
  const present = () => ({ store, index: new ProjectIndex(store.records as ProjectRecords) });
  const sources = (entity: string, look: EntityLook, parent: string) =>
    entitySources({ entity, look, place: { parent } }, present().index);
  return { store, present, sources };
}

describe("the objects of an entity come", () => {
  test("from microflows that fit, or a new one, for a list", () => {
    const { sources } = openShop();
    expect(sources("Shop.Order", "list", "Shop.Page")).toMatchObject([
      { source: { microflow: "Shop.AllOrders" } },
      { kind: "newMicroflow", name: "DS_OrderList" },
      { kind: "later" },
    ]);
  });

  test("first over an association from the object around", () => {
    const { sources } = openShop();
    expect(sources("Shop.Line", "list", "Shop.Page.orders")[0]).toMatchObject({
      source: { kind: "association", association: "Shop.Line_Order", end: "target" },
    });
    expect(sources("Shop.Line", "form", "Shop.Page.orders")).toMatchObject([
      { kind: "newParameter", name: "Line" },
      { kind: "later" },
    ]);
  });

  test("from a parameter, present or new, for a form", () => {
    const { sources } = openShop();
    expect(sources("Shop.Order", "form", "Shop.Part")).toMatchObject([
      { source: { kind: "parameter", parameter: "Order" } },
      { kind: "newParameter", name: "Order_2" },
      { source: { microflow: "Shop.OneOrder" } },
      { kind: "later" },
    ]);
  });
});

describe("an entity that is shown", () => {
  test.each([
    ["a list of a microflow that is there", "list", 0, ["listView1", "text1"]],
    ["a list of a new microflow", "list", 1, ["listView1", "text1"]],
    ["a form of a new parameter", "form", 0, ["dataView1", "textBox1", "container1", "button1", "button2"]],
  ] as const)("as %s has no problem, and goes by one undo", (_, look, position, names) => {
    const { store, present, sources } = openShop();
    const shown = { entity: "Shop.Order", look, place: { parent: "Shop.Page" } };
    const before = JSON.stringify([...store.records]);
    const source = sources("Shop.Order", look, "Shop.Page")[position];
    if (!source) throw new Error("There is no such source.");
    expect(showEntity(present(), shown, source)).toBeDefined();
    const { index } = present();
    const page = index.page("Shop.Page");
    expect(page && checkPage(page, index)).toEqual([]);
    expect([...widgetsOfPage("Shop.Page", index)].map(({ name }) => name)).toEqual(["orders", ...names]);
    store.undo();
    expect(JSON.stringify([...store.records])).toBe(before);
  });
});

import { createEnvironment } from "@rivulet/expressions/environment";
import type { WidgetRecord } from "@rivulet/model";
import { buildProject, type ModuleSketch, type WidgetSketch } from "@rivulet/testkit";
import { createObject, ObjectList, writeAttribute } from "@rivulet/values";
import { describe, expect, test } from "vitest";
import { accessOf } from "../access/roles.ts";
import { checkPage } from "../checks/check-page.ts";
import { listOf, value } from "../sample-pages.test-support.ts";
import type { ListView, WidgetView } from "../view/view.ts";
import { OpenedPage } from "./opened-page.ts";
import { PageExpressions } from "./page-expressions.ts";

const call = (name: string, snippet: string, given: Readonly<Record<string, string>> = {}) => ({
  kind: "snippetCall",
  name,
  fields: { snippet: { snippet, arguments: given } },
});
const button: WidgetSketch = {
  kind: "button",
  name: "pay",
  fields: {
    caption: { text: "Pay", arguments: [] },
    look: "default",
    onClick: { kind: "callMicroflow", microflow: "Shop.Pay", arguments: { Order: "$Order" } },
  },
};

function openShop(module: Omit<ModuleSketch, "entities" | "microflows">) {
  const { index } = buildProject({
    modules: {
      Shop: {
        entities: { Order: { attributes: { Number: "Long" } } },
        microflows: {
          AllOrders: { returns: "List(Shop.Order)", elements: {}, result: "empty" },
          Pay: { parameters: { Order: "Object(Shop.Order)" }, elements: {} },
        },
        ...module,
      },
    },
  });
  const orders = [1, 2].map((number) => {
    const shape = index.shape("Shop.Order");
    const order = createObject(shape as NonNullable<typeof shape>);
    writeAttribute(order, "Number", number);
    return order;
  });
  const access = accessOf([], index);
  const environment = createEnvironment({
    clock: () => 0,
    random: () => 0,
    constant: () => null,
    isNew: () => true,
  });
  const ports = {
    index,
    access,
    now: () => 0,
    expressions: new PageExpressions({ index, environment, rights: access }),
    runMicroflow: async () => new ObjectList("Shop.Order", orders),
  };
  const widget = (name: string) => index.records.get(`Shop.${name}`) as WidgetRecord;
  const open = (name: string) => {
    const page = index.page(name) ?? index.pageLayout(name);
    if (!page) throw new Error(`The sample has no ${name}.`);
    return new OpenedPage("p1", { name, page, parameters: {} });
  };
  return { index, orders, ports, widget, open };
}

const card = { parameters: { Order: "Shop.Order" }, widgets: [value("number", "$Order/Number"), button] };

describe("a snippet", () => {
  const shop = () =>
    openShop({
      snippets: { Card: card },
      pages: {
        Page: { widgets: [{ ...listOf("list", "Shop.AllOrders"), widgets: [call("card", "Shop.Card")] }] },
      },
    });

  test("shows its widgets in every row, with the object of the row for its parameter", async () => {
    const { open, ports } = shop();
    const [list] = (await open("Shop.Page").show(ports)).widgets as [ListView];
    const texts = list.rows.map(({ children: [snippet] }) =>
      snippet?.kind === "snippet"
        ? snippet.children.map((view) => (view.kind === "text" ? view.text : view.kind))
        : [],
    );
    expect(texts).toEqual([
      ["1", "button"],
      ["2", "button"],
    ]);
  });

  test("knows which row a click in it means, also after the page is drawn again; no other key reaches it", async () => {
    const { open, ports, orders, widget } = shop();
    const opened = open("Shop.Page");
    const keyIn = (view: WidgetView | undefined) => {
      const [row] = view?.kind === "listView" ? view.rows.slice(1) : [];
      const [snippet] = row?.children ?? [];
      const inside = snippet?.kind === "snippet" ? snippet.children[1] : undefined;
      return { call: inside?.kind === "button" ? inside.object : undefined, row: row?.object };
    };
    const before = keyIn((await opened.show(ports)).widgets[0]);
    const after = keyIn((await opened.redraw(ports)).widgets[0]);
    expect(after).toEqual(before);
    const pay = (object: string | undefined) => opened.actionOf(widget("Card.pay").id, object);
    expect(pay(after.call)?.around.parameters).toEqual({ Order: orders[1] });
    for (const other of [undefined, after.row, "p1.99"]) expect(pay(other)).toBeUndefined();
  });

  test("that is gone, gets no object, or shows itself, is told in its place", async () => {
    const { open, ports, index } = openShop({
      snippets: { Card: card, Loop: { widgets: [call("again", "Shop.Loop")] } },
      pages: {
        Page: { widgets: [call("gone", "Shop.Gone"), call("empty", "Shop.Card"), call("loop", "Shop.Loop")] },
      },
    });
    const { widgets } = await open("Shop.Page").show(ports);
    expect(widgets.slice(0, 2)).toMatchObject([{ kind: "failure" }, { kind: "failure" }]);
    expect(JSON.stringify(widgets[2])).toContain("shows itself");
    const codes = (name: string) => {
      const document = index.page(name) ?? index.snippet(name);
      return document ? checkPage(document, index).map(({ code, field }) => `${code} ${field}`) : [];
    };
    expect(codes("Shop.Page")).toEqual([
      "unknown-snippet snippet.snippet",
      "missing-argument snippet.arguments.Order",
    ]);
    expect(codes("Shop.Loop")).toEqual(["snippet-in-itself snippet.snippet"]);
  });
});

describe("a layout", () => {
  const placeholder = { kind: "placeholder", name: "main" };

  test("stands round the page at its placeholder, in regions", async () => {
    const { open, ports } = openShop({
      layouts: {
        Around: {
          widgets: [
            {
              kind: "regions",
              name: "regions",
              widgets: [
                {
                  kind: "region",
                  name: "left",
                  fields: { side: "left" },
                  widgets: [{ kind: "navigationTree", name: "menu" }],
                },
                { kind: "region", name: "center", fields: { side: "center" }, widgets: [placeholder] },
              ],
            },
          ],
        },
      },
    });
    expect((await open("Shop.Around").show(ports)).widgets).toMatchObject([
      {
        kind: "regions",
        children: [
          { kind: "region", side: "left", children: [{ kind: "menu" }] },
          { kind: "region", side: "center", children: [{ kind: "placeholder" }] },
        ],
      },
    ]);
  });

  test("has one placeholder; a page names a layout that is there", () => {
    const { index } = openShop({
      layouts: {
        Good: { widgets: [placeholder] },
        None: { widgets: [] },
        Two: { widgets: [placeholder, { ...placeholder, name: "more" }] },
      },
      pages: {
        Fine: { layout: "Shop.Good" },
        Lost: { layout: "Shop.Gone" },
        Odd: { widgets: [placeholder] },
      },
    });
    const codes = (name: string) => {
      const document = index.page(name) ?? index.pageLayout(name);
      return document ? checkPage(document, index).map(({ code }) => code) : ["missing"];
    };
    expect(["Good", "Fine", "None", "Two", "Lost", "Odd"].map((name) => codes(`Shop.${name}`))).toEqual([
      [],
      [],
      ["layout-without-placeholder"],
      ["misplaced-placeholder"],
      ["unknown-layout"],
      ["misplaced-placeholder"],
    ]);
  });
});

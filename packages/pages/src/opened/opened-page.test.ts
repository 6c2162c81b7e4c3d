import { createEnvironment } from "@rivulet/expressions/environment";
import type { PageSketch, ProjectSketch, WidgetSketch } from "@rivulet/testkit";
import { createObject, EntityObject, link, ObjectList, type Value, writeAttribute } from "@rivulet/values";
import { describe, expect, test } from "vitest";
import { accessOf } from "../access/roles.ts";
import { listOf, shopIndex, value } from "../sample-pages.test-support.ts";
import type { ListView, WidgetView } from "../view/view.ts";
import { OpenedPage } from "./opened-page.ts";
import { PageExpressions } from "./page-expressions.ts";
import { PageFailure } from "./page-failure.ts";

function openShop(page: PageSketch, { more = {}, role }: { more?: ProjectSketch; role?: string } = {}) {
  const index = shopIndex({ Page: page }, more);
  const order = (number: number) => {
    const shape = index.shape("Shop.Order");
    const object = createObject(shape as NonNullable<typeof shape>);
    writeAttribute(object, "Number", number);
    writeAttribute(object, "Secret", "hush");
    return object;
  };
  const orders = [1, 2, 3, 4, 5].map(order);
  const answers: Record<string, () => Value> = {
    "Shop.AllOrders": () => new ObjectList("Shop.Order", orders),
    "Shop.OneOrder": () => orders[0] ?? null,
  };
  const ran: string[] = [];
  const access = accessOf(role === undefined ? [] : [role], index);
  const ports = {
    index,
    access,
    now: () => 0,
    expressions: new PageExpressions({
      index,
      environment: createEnvironment({
        clock: () => 0,
        random: () => 0,
        constant: () => null,
        isNew: () => true,
      }),
      rights: access,
    }),
    runMicroflow: async (microflow: string, values: Readonly<Record<string, Value>>) => {
      ran.push(`${microflow} ${Object.values(values).filter((each) => each instanceof EntityObject).length}`);
      return answers[microflow]?.() ?? null;
    },
  };
  const record = index.page("Shop.Page");
  if (!record) throw new Error("The sample has no page.");
  const opened = new OpenedPage("p1", { name: "Shop.Page", page: record, parameters: {} });
  return { index, orders, opened, ports, ran, answers };
}

const only = (views: readonly WidgetView[]): WidgetView => {
  const [view] = views;
  if (!view) throw new Error("Nothing is shown.");
  return view;
};
const list = (widgets: readonly WidgetSketch[] = [value("number", "$currentObject/Number")]) => ({
  widgets: [{ ...listOf("list", "Shop.AllOrders"), widgets }],
});

describe("a list", () => {
  test("shows its first objects, and more when asked, each under a key of its own", async () => {
    const { opened, ports } = openShop(list());
    const view = only((await opened.show(ports)).widgets) as ListView;
    const texts = (rows: ListView["rows"]) =>
      rows.map(({ children: [child] }) => (child?.kind === "text" ? child.text : ""));
    expect(view).toMatchObject({ kind: "listView", rest: { kind: "more", total: 5 }, isClickable: false });
    expect(texts(view.rows)).toEqual(["1", "2"]);
    const more = await opened.rows(view.list, 2, ports);
    expect(texts(more.rows)).toEqual(["3", "4"]);
    const last = await opened.rows(view.list, 4, ports);
    expect([texts(last.rows), last.rest]).toEqual([["5"], { kind: "none" }]);
    expect(new Set([...view.rows, ...more.rows].map(({ object }) => object)).size).toBe(4);
  });

  test("gives the browser nothing but the texts that it shows", async () => {
    const { opened, ports } = openShop(list());
    const sent = JSON.stringify(await opened.show(ports));
    for (const hidden of ["hush", "Secret", "AllOrders", "currentObject"]) expect(sent).not.toContain(hidden);
  });

  test("of an association shows what is linked with the object around", async () => {
    const inner = {
      kind: "listView",
      name: "lines",
      fields: { source: { kind: "association", association: "Shop.Line_Order", end: "target" }, pageSize: 5 },
      widgets: [value("text", "$currentObject/Text")],
    };
    const { opened, ports, index, orders } = openShop(list([inner]));
    const shape = index.shape("Shop.Line");
    const line = createObject(shape as NonNullable<typeof shape>);
    writeAttribute(line, "Text", "bolts");
    const association = index.association("Shop.Line_Order");
    const [first] = orders;
    if (!association || !first) throw new Error("The sample is not complete.");
    link({ object: line, association, end: "owner" }, first);
    const view = only((await opened.show(ports)).widgets) as ListView;
    expect(view.rows.map(({ children }) => (children[0] as ListView).rows.length)).toEqual([1, 0]);
    expect(JSON.stringify(view.rows[0])).toContain("bolts");
  });

  test("whose microflow fails or may not be run says so in its place; the rest is shown", async () => {
    const page = { widgets: [...list().widgets, value("rest", "'still here'")] };
    const failing = openShop(page);
    failing.answers["Shop.AllOrders"] = () => {
      throw new PageFailure("The table is gone.");
    };
    const { widgets } = await failing.opened.show(failing.ports);
    expect(widgets).toMatchObject([
      { kind: "failure", message: "The table is gone." },
      { text: "still here" },
    ]);
    const refused = openShop(page, { more: { securityLevel: "production" }, role: "Manager" });
    expect((await refused.opened.show(refused.ports)).widgets[0]?.kind).toBe("failure");
    expect(refused.ran).toEqual([]);
  });
});

describe("texts", () => {
  test.each([
    ["$currentObject/State", ""],
    ["'<b>' + $currentObject/Number", "<b>1"],
    ["1 div 2", "0.5"],
    ["Shop.State.Open", "Open"],
    ["1 < 2 or false", "Yes"],
    ["not(true)", "No"],
    ["toString(true)", "true"],
  ])("of %s", async (expression, expected) => {
    const { opened, ports } = openShop(list([value("x", expression)]));
    const view = only((await opened.show(ports)).widgets) as ListView;
    expect(view.rows[0]?.children[0]).toMatchObject({ kind: "text", text: expected });
  });

  test("that cannot be evaluated stand as a failure in their place", async () => {
    const { opened, ports } = openShop({ widgets: [value("x", "1 div 0")] });
    expect((await opened.show(ports)).widgets[0]?.kind).toBe("failure");
  });
});

describe("a click", () => {
  const pay = {
    kind: "button",
    name: "pay",
    fields: {
      caption: { text: "Pay", arguments: [] },
      look: "default",
      onClick: { kind: "callMicroflow", microflow: "Shop.Pay" },
    },
  };

  test("stands for the object that its row shows", async () => {
    const { opened, ports, orders } = openShop(list([pay]));
    const view = only((await opened.show(ports)).widgets) as ListView;
    const offered = opened.actionOf("Shop.Page.pay", view.rows[1]?.object);
    expect(offered?.around.context?.object).toBe(orders[1]);
    expect(offered?.action.kind).toBe("callMicroflow");
    expect(opened.actionOf("Shop.Page.pay", undefined)).toBeUndefined();
  });

  test("on a button that the role may not use cannot be: it is not shown", async () => {
    const shownTo = async (role: string) => {
      const { opened, ports } = openShop(
        { widgets: [{ ...pay, name: "bare" }] },
        { more: { securityLevel: "prototype" }, role },
      );
      const names = (await opened.show(ports)).widgets.map(({ name }) => name);
      return { names, isOffered: opened.actionOf("Shop.Page.bare", undefined) !== undefined };
    };
    expect(await shownTo("Clerk")).toEqual({ names: ["bare"], isOffered: true });
    expect(await shownTo("Manager")).toEqual({ names: [], isOffered: false });
  });

  test("with a key that was never given, or of an object that is no longer shown, does nothing", async () => {
    const { opened, ports, answers } = openShop(list([pay]));
    const view = only((await opened.show(ports)).widgets) as ListView;
    const offered = (object: string | undefined) => opened.actionOf("Shop.Page.pay", object)?.action.kind;
    expect(offered("p1.99")).toBeUndefined();
    await opened.show(ports);
    expect(offered(view.rows[0]?.object)).toBe("callMicroflow");
    answers["Shop.AllOrders"] = () => null;
    await opened.show(ports);
    expect(offered(view.rows[0]?.object)).toBeUndefined();
  });
});

describe("plain widgets", () => {
  const show = async (...widgets: readonly WidgetSketch[]) => {
    const { opened, ports } = openShop({ widgets });
    return (await opened.show(ports)).widgets;
  };

  test("a grid gives its columns with their parts, whatever a file says at most twelve", async () => {
    const column = (name: string, fields: Record<string, number>) => ({
      kind: "gridColumn",
      name,
      fields,
      widgets: [value(`in-${name}`, "1")],
    });
    const [grid] = await show({
      kind: "layoutGrid",
      name: "grid",
      fields: { gap: "small" },
      widgets: [column("a", { desktop: 4, tablet: 6, phone: 12 }), column("b", { desktop: 40 })],
    });
    expect(grid).toMatchObject({
      kind: "layoutGrid",
      gap: "small",
      children: [
        { parts: { desktop: 4, tablet: 6, phone: 12 }, children: [{ text: "1" }] },
        { parts: { desktop: 12, tablet: 12, phone: 12 } },
      ],
    });
  });

  test("an image is a picture of the project; one without is told in its place", async () => {
    const views = await show(
      { kind: "image", name: "icon", fields: { picture: { kind: "icon", icon: "box" }, size: "large" } },
      { kind: "image", name: "none", fields: { size: "large" } },
      { kind: "navigationTree", name: "menu" },
      { kind: "label", name: "label", fields: { content: { text: "Name", arguments: [] } } },
      { kind: "constructor", name: "foreign" },
    );
    expect(views).toMatchObject([
      { kind: "image", picture: { icon: "box" }, size: "large", alternative: "" },
      { kind: "failure" },
      { kind: "menu", look: "tree" },
      { kind: "text", render: "label", text: "Name" },
      { kind: "failure" },
    ]);
  });
});

import { createEnvironment } from "@rivulet/expressions/environment";
import { buildProject, type WidgetSketch } from "@rivulet/testkit";
import {
  createObject,
  EntityObject,
  link,
  linkedObject,
  ObjectList,
  readAttribute,
  unlinkAll,
  type Value,
  writeAttribute,
} from "@rivulet/values";
import { describe, expect, test } from "vitest";
import { accessOf } from "../../access/roles.ts";
import { ObjectCarrier } from "../../carried/object-carrier.ts";
import { listOf, value } from "../../sample-pages.test-support.ts";
import type { InputView, ListView, RowView } from "../../view/view.ts";
import { OpenedPage } from "../opened-page.ts";
import { PageExpressions } from "../page-expressions.ts";
import { PageFailure } from "../page-failure.ts";
import { maximumRows } from "./page-limits.ts";

/** A call of the data source: what it was told. */
interface Call {
  readonly size: Value;
  readonly offset: Value;
  /** The number of the bookmark that it finds. */
  readonly at: Value;
}

interface Source {
  /** How many orders there are. */
  readonly count: number;
  readonly pageSize?: number;
  readonly widgets?: readonly WidgetSketch[];
  readonly fields?: Readonly<Record<string, string>>;
}

const number = value("number", "$currentObject/Number");

function shopIndex({ pageSize = 10, widgets = [number], fields = {} }: Source) {
  return buildProject({
    modules: {
      Shop: {
        entities: {
          Order: { attributes: { Number: "Long" } },
          Bookmark: { attributes: { Number: "Long" } },
        },
        associations: { Bookmark_Paging: "Bookmark -> System.Paging" },
        microflows: {
          Orders: {
            parameters: { Paging: "Object(System.Paging)" },
            returns: "List(Shop.Order)",
            elements: {},
            result: "empty",
          },
        },
        pages: {
          Page: { widgets: [{ ...listOf("list", "Shop.Orders", { pageSize, ...fields }), widgets }] },
        },
      },
    },
  }).index;
}

/** A page with a list of numbered orders, whose microflow keeps a bookmark at its paging. */
function openOrders(source: Source) {
  const index = shopIndex(source);
  const bookmarkOf = index.association("Shop.Bookmark_Paging");
  const page = index.page("Shop.Page");
  if (!bookmarkOf || !page) throw new Error("The sample is not complete.");
  const made = (entity: string, at: number) => {
    const shape = index.shape(entity);
    if (!shape) throw new Error(`The sample has no ${entity}.`);
    const object = createObject(shape);
    writeAttribute(object, "Number", at);
    return object;
  };
  const calls: Call[] = [];
  const will = { fail: false, skip: false };
  const access = accessOf([], index);
  const environment = createEnvironment({
    clock: () => 0,
    random: () => 0,
    constant: () => null,
    isNew: () => true,
  });
  const runMicroflow = async (_: string, { Paging }: Readonly<Record<string, Value>>): Promise<Value> => {
    if (!(Paging instanceof EntityObject)) throw new Error("The microflow was given no paging.");
    const view = { object: Paging, association: bookmarkOf, end: "target" } as const;
    const bookmark = linkedObject(view);
    const at = bookmark ? readAttribute(bookmark, "Number") : null;
    const size = readAttribute(Paging, "PageSize");
    calls.push({ size, offset: readAttribute(Paging, "Offset"), at });
    const from = Number(at ?? 0);
    const to = Math.min(from + Number(size), source.count);
    unlinkAll(view);
    writeAttribute(Paging, "Continuation", "half way");
    if (will.fail) throw new PageFailure("The table is busy.");
    if (to < source.count) link(view, made("Shop.Bookmark", to));
    writeAttribute(Paging, "HasMore", to < source.count);
    const orders = Array.from({ length: to - from }, (__, position) =>
      made("Shop.Order", from + position + 1),
    );
    return new ObjectList("Shop.Order", will.skip ? [] : orders);
  };
  const expressions = new PageExpressions({ index, environment, rights: access });
  const ports = { index, access, now: () => 0, expressions, runMicroflow };
  const opened = new OpenedPage("p1", { name: "Shop.Page", page, parameters: {} });
  const show = async () => (await opened.show(ports)).widgets[0] as ListView;
  const redraw = async () => (await opened.redraw(ports)).widgets[0] as ListView;
  return { opened, ports, calls, will, show, redraw };
}

const keys = (rows: readonly RowView[]) => rows.map(({ object }) => object);
const shownNumbers = (rows: readonly RowView[]) =>
  rows.map(({ children: [child] }) => (child?.kind === "text" ? Number(child.text) : undefined));

describe("a list that is read page by page", () => {
  test("calls its microflow once for the first page and once for each further one, where it stopped", async () => {
    const { opened, ports, calls, show } = openOrders({ count: 25 });
    const view = await show();
    expect(view.rest).toEqual({ kind: "more" });
    const second = await opened.rows(view.list, 10, ports);
    const third = await opened.rows(view.list, 20, ports);
    expect(shownNumbers([...view.rows, ...second.rows, ...third.rows])).toEqual(
      Array.from({ length: 25 }, (_, at) => at + 1),
    );
    expect([second.rest, third.rest]).toEqual([{ kind: "more" }, { kind: "none" }]);
    expect(calls).toEqual([
      { size: 10, offset: 0, at: null },
      { size: 10, offset: 10, at: 10 },
      { size: 10, offset: 20, at: 20 },
    ]);
  });

  test("loads once when the same rows are asked for twice", async () => {
    const { opened, ports, calls, show } = openOrders({ count: 25 });
    const { list } = await show();
    const first = await opened.rows(list, 10, ports);
    const again = await opened.rows(list, 10, ports);
    expect(shownNumbers(again.rows)).toEqual(shownNumbers(first.rows));
    expect(calls).toHaveLength(2);
  });

  test("keeps the keys of its rows, and reads nothing when it is only drawn again", async () => {
    const { opened, ports, calls, show, redraw } = openOrders({ count: 25 });
    const view = await show();
    const { rows } = await opened.rows(view.list, 10, ports);
    const again = await redraw();
    expect(keys(again.rows)).toEqual(keys([...view.rows, ...rows]));
    expect(again.rest).toEqual({ kind: "more" });
    expect(calls).toHaveLength(2);
    expect(shownNumbers((await opened.rows(again.list, 20, ports)).rows)[0]).toBe(21);
  });

  test("begins anew when the page is refreshed: one call for as many rows as were shown", async () => {
    const { opened, ports, calls, show } = openOrders({ count: 25 });
    const { list } = await show();
    await opened.rows(list, 10, ports);
    const again = await show();
    expect(shownNumbers(again.rows)).toHaveLength(20);
    expect(calls.at(-1)).toEqual({ size: 20, offset: 0, at: null });
    await opened.rows(again.list, 20, ports);
    expect(calls.at(-1)).toEqual({ size: 10, offset: 20, at: 20 });
  });

  test("keeps what was typed when more is loaded, and is not read anew while it is not taken over", async () => {
    const box = {
      kind: "textBox",
      name: "box",
      fields: { attribute: "Number", label: { text: "", arguments: [] } },
    };
    const source = { count: 25, widgets: [box], fields: { editable: "default" } };
    const { opened, ports, calls, show } = openOrders(source);
    const view = await show();
    const input = view.rows[0]?.children[0] as InputView | undefined;
    if (!input) throw new Error("The row has no input.");
    const at = { widget: input.id, object: input.object };
    expect(opened.form.put(at, "77", { inputs: opened.inputs, ports })).toBe(true);
    await opened.rows(view.list, 10, ports);
    const again = await show();
    expect(again.rows).toHaveLength(20);
    expect(again.rows[0]?.children[0]).toMatchObject({ value: "77" });
    expect(calls).toHaveLength(2);
  });

  test("stays as it is when a call fails, and goes on from the same place when it is tried again", async () => {
    const { opened, ports, calls, will, show, redraw } = openOrders({ count: 25 });
    const view = await show();
    will.fail = true;
    await expect(opened.rows(view.list, 10, ports)).rejects.toThrow("The table is busy.");
    expect(keys((await redraw()).rows)).toEqual(keys(view.rows));
    will.fail = false;
    expect(shownNumbers((await opened.rows(view.list, 10, ports)).rows)[0]).toBe(11);
    expect(calls.slice(1)).toEqual([
      { size: 10, offset: 10, at: 10 },
      { size: 10, offset: 10, at: 10 },
    ]);
  });

  test("goes on behind a page without objects", async () => {
    const { opened, ports, will, show } = openOrders({ count: 25 });
    will.skip = true;
    const view = await show();
    expect([view.rows, view.rest]).toEqual([[], { kind: "more" }]);
    will.skip = false;
    expect(shownNumbers((await opened.rows(view.list, 0, ports)).rows)[0]).toBe(11);
  });

  test("shows as many rows as a list can show, asks for no more than that, and says so", async () => {
    const pageSize = 999;
    const { opened, ports, calls, show } = openOrders({ count: 100_000, pageSize });
    const view = await show();
    let from = pageSize;
    let { rest } = view;
    while (rest.kind === "more") {
      const more = await opened.rows(view.list, from, ports);
      from += more.rows.length;
      rest = more.rest;
    }
    expect([from, rest]).toEqual([maximumRows, { kind: "full" }]);
    expect(calls.at(-1)?.size).toBe(maximumRows % pageSize);
    const { length } = calls;
    expect((await opened.rows(view.list, from, ports)).rows).toEqual([]);
    expect(calls).toHaveLength(length);
    expect(opened.weight).toBe(maximumRows + 1);
  });

  test("goes on where it stopped after the project has changed", async () => {
    const { opened, ports, calls, show } = openOrders({ count: 25 });
    const view = await show();
    opened.carry(new ObjectCarrier({ index: ports.index, isSameModel: false }), false);
    const again = await opened.resume(ports, []);
    expect(keys((again.widgets[0] as ListView).rows)).toEqual(keys(view.rows));
    await opened.rows(view.list, 10, ports);
    expect(calls).toEqual([
      { size: 10, offset: 0, at: null },
      { size: 10, offset: 10, at: 10 },
    ]);
  });
});

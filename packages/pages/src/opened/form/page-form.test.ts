import { createEnvironment } from "@rivulet/expressions/environment";
import type { AttributeRight, JsonValue } from "@rivulet/model";
import type { WidgetSketch } from "@rivulet/testkit";
import {
  createObject,
  decimalFromText,
  type EntityObject,
  ObjectList,
  readAttribute,
  type Value,
  writeAttribute,
} from "@rivulet/values";
import { describe, expect, test } from "vitest";
import { accessOf } from "../../access/roles.ts";
import { listOf, type ShopSketch, shopIndex, value } from "../../sample-pages.test-support.ts";
import type { InputView } from "../../view/inputs.ts";
import type { DataView, ListView, PageView, WidgetView } from "../../view/view.ts";
import { OpenedPage } from "../opened-page.ts";
import { PageExpressions } from "../page-expressions.ts";
import { PageFailure } from "../page-failure.ts";
import type { PagePorts } from "../page-ports.ts";

const input = (kind: string, attribute: string, fields: Readonly<Record<string, JsonValue>> = {}) => ({
  kind,
  name: attribute.toLowerCase(),
  fields: { attribute, label: { text: "", arguments: [] }, ...fields },
});
const form = (...widgets: WidgetSketch[]): WidgetSketch => ({
  kind: "dataView",
  name: "form",
  fields: { source: { kind: "parameter", parameter: "Order" } },
  widgets,
});

/** A page with a form for an order, opened with one. */
async function openForm(widgets: readonly WidgetSketch[], more: ShopSketch = {}, role?: string) {
  const index = shopIndex({ Page: { widgets, parameters: { Order: "Shop.Order" } } }, more);
  const shape = index.shape("Shop.Order");
  const page = index.page("Shop.Page");
  if (!shape || !page) throw new Error("The sample is not complete.");
  const order = createObject(shape);
  writeAttribute(order, "Number", 1);
  writeAttribute(order, "Secret", "hush");
  writeAttribute(order, "Total", decimalFromText("1234567.5") ?? null);
  writeAttribute(order, "At", Date.UTC(2026, 0, 31, 20, 15));
  const access = accessOf(role === undefined ? [] : [role], index);
  const environment = createEnvironment({
    clock: () => 0,
    random: () => 0,
    constant: () => null,
    isNew: () => true,
    timeZone: "Asia/Tokyo",
  });
  const loads: string[] = [];
  const ports: PagePorts = {
    index,
    access,
    now: () => 0,
    expressions: new PageExpressions({ index, environment, rights: access }),
    runMicroflow: async (name): Promise<Value> => {
      loads.push(name);
      return new ObjectList("Shop.Order", [createObject(shape), createObject(shape)]);
    },
  };
  const opened = new OpenedPage("p1", { name: "Shop.Page", page, parameters: { Order: order } });
  let view = await opened.show(ports);
  const put = async (shown: InputView, json: string | boolean) => {
    const at = { widget: shown.id, object: shown.object };
    const isChanged = opened.form.put(at, json, { inputs: opened.inputs, ports });
    view = await opened.redraw(ports);
    return isChanged;
  };
  return { opened, ports, order, loads, put, view: (): PageView => view };
}

const inForm = ({ widgets }: PageView): readonly WidgetView[] => (widgets[0] as DataView).children ?? [];
const number = input("textBox", "Number", { isRequired: true, validation: "positiveNumber" });

function field(view: PageView, position = 0): InputView {
  return inForm(view)[position] as InputView;
}

describe("a form", () => {
  test("shows its inputs with their values and labels", async () => {
    const { view } = await openForm([form(number, input("dropDown", "State", { emptyCaption: "None" }))]);
    expect(inForm(view())).toMatchObject([
      { kind: "textBox", label: "Number", value: "1", typing: "integer", isEditable: true, isRequired: true },
      { kind: "dropDown", value: "", emptyCaption: "None", options: [{ value: "Open" }, { value: "Paid" }] },
    ]);
  });

  test("puts a value into its object, which other widgets then show", async () => {
    const { view, put, order } = await openForm([form(number, value("shown", "$currentObject/Number * 2"))]);
    expect(await put(field(view()), "21")).toBe(true);
    expect(readAttribute(order, "Number")).toBe(21);
    expect(inForm(view())[1]).toMatchObject({ text: "42" });
  });

  test("keeps what is no value in the input, with the reason, and the object as it was", async () => {
    const { view, put, order } = await openForm([form(number)]);
    for (const [text, reason] of [
      ["many", /whole number/],
      ["-3", /greater than 0/],
      ["", /needed/],
    ] as const) {
      expect(await put(field(view()), text)).toBe(false);
      expect(field(view())).toMatchObject({ value: text, message: expect.stringMatching(reason) });
    }
    expect(readAttribute(order, "Number")).toBe(1);
    await put(field(view()), "5");
    expect(field(view())).toMatchObject({ value: "5" });
    expect(field(view()).message).toBeUndefined();
  });

  test("is checked as a whole, with the condition of an input and its message", async () => {
    const even = {
      validation: "condition",
      validWhen: "$value mod 2 = 0",
      validationMessage: "Even ones only.",
    };
    const { opened, view, ports } = await openForm([form(input("textBox", "Number", even))]);
    expect(opened.form.validate(undefined, { inputs: opened.inputs, ports })).toBe(false);
    await opened.redraw(ports);
    const shown = await opened.redraw(ports);
    expect(field(shown).message).toBe("Even ones only.");
    expect(view()).toBeDefined();
    expect(opened.form.validate("another form", { inputs: opened.inputs, ports })).toBe(true);
  });

  test("goes back to how it was opened when it is cancelled, and to how it was saved", async () => {
    const { opened, view, put, order } = await openForm([form(number)]);
    await put(field(view()), "2");
    opened.form.cancel();
    expect(readAttribute(order, "Number")).toBe(1);
    await put(field(view()), "3");
    opened.form.save();
    await put(field(view()), "4");
    opened.form.cancel();
    expect(readAttribute(order, "Number")).toBe(3);
  });

  test("shows the message that a microflow puts on an attribute of its object", async () => {
    const { opened, order, ports, put, view } = await openForm([form(number)]);
    const { inputs } = opened;
    expect(opened.form.tell(order, "Number", { message: "Taken.", inputs })).toBe(true);
    expect(opened.form.tell(order, "State", { message: "Taken.", inputs })).toBe(false);
    expect(field(await opened.redraw(ports))).toMatchObject({ value: "1", message: "Taken." });
    await put(field(view()), "2");
    expect(field(view()).message).toBeUndefined();
  });
});

describe("an input cannot be changed", () => {
  const never = { editable: "never" };
  const onCondition = { editable: "conditionally", editableWhen: "$currentObject/Number > 5" };
  const { fields: ofForm, ...bareForm } = form(number);

  test.each<[string, WidgetSketch]>([
    ["when it says never", form(input("textBox", "Number", never))],
    ["while its condition does not hold", form(input("textBox", "Number", onCondition))],
    ["when the data view around says never", { ...bareForm, fields: { ...ofForm, ...never } }],
  ])("%s", async (_, widget) => {
    const { view, put, order } = await openForm([widget]);
    expect(field(view()).isEditable).toBe(false);
    await expect(put(field(view()), "9")).rejects.toThrow(PageFailure);
    expect(readAttribute(order, "Number")).toBe(1);
  });

  test("by a key that was never given, or for an object that it does not show", async () => {
    const { opened, ports } = await openForm([form(number)]);
    for (const at of [
      { widget: "Shop.Page.number", object: "p1.99" },
      { widget: "Shop.Page.form", object: "p1.1" },
    ])
      expect(() => opened.form.put(at, "9", { inputs: opened.inputs, ports })).toThrow(PageFailure);
  });
});

describe("entity access", () => {
  const rules = (others: AttributeRight, attributes: Record<string, AttributeRight> = {}): ShopSketch => ({
    securityLevel: "production",
    orderRules: [{ role: "Clerk", mayCreate: false, others, attributes }],
  });

  test("decides which inputs are shown, and which of them can be changed", async () => {
    const widgets = [form(number, input("textBox", "Secret"))];
    const { view } = await openForm(widgets, rules("none", { Number: "read" }), "Clerk");
    expect(inForm(view())).toMatchObject([{ name: "number", isEditable: false }]);
    expect(inForm(view())).toHaveLength(1);
    expect(JSON.stringify(view())).not.toContain("hush");
  });

  test("keeps a hidden attribute out of texts, also behind a function", async () => {
    const widgets = [form(value("plain", "$Order/Secret"), value("hidden", "length($currentObject/Secret)"))];
    const { view } = await openForm(widgets, rules("none"), "Clerk");
    expect(inForm(view())).toMatchObject([{ text: "" }, { text: "" }]);
  });

  test("gives a role without a rule nothing, and counts in production only", async () => {
    const widgets = [form(number)];
    const stranger = await openForm(widgets, rules("write"), "Manager");
    expect(inForm(stranger.view())).toEqual([]);
    const prototype = await openForm(widgets, { ...rules("none"), securityLevel: "prototype" }, "Manager");
    expect(field(prototype.view()).isEditable).toBe(true);
  });
});

describe("a list of inputs", () => {
  const rows = listOf("list", "Shop.AllOrders", { editable: "default" });
  const list = (view: PageView) => view.widgets[0] as ListView;
  const firstInput = (view: PageView) => list(view).rows[0]?.children[0] as InputView;

  test("is loaded once while somebody types, and keeps what was typed when the page is loaded anew", async () => {
    const { opened, ports, loads, put, view } = await openForm([{ ...rows, widgets: [number] }]);
    const before = firstInput(view());
    await put(before, "7");
    expect(loads).toHaveLength(1);
    expect(firstInput(view())).toMatchObject({ object: before.object, value: "7" });
    expect(firstInput(await opened.show(ports)).value).toBe("7");
    opened.form.save();
    const anew = firstInput(await opened.show(ports));
    expect(anew.value).toBe("");
    expect(anew.object).not.toBe(before.object);
  });

  test("does not keep what it showed before", async () => {
    const inRow = {
      kind: "dataView",
      name: "inRow",
      fields: { source: { kind: "parameter", parameter: "Order" } },
    };
    const one = { source: { kind: "microflow", microflow: "Shop.OneOrder", arguments: {} } };
    const { opened, ports } = await openForm([
      { ...rows, widgets: [inRow, { kind: "dataView", name: "one", fields: one, widgets: [number] }] },
    ]);
    const { size } = opened.form.changes;
    for (let time = 0; time < 5; time += 1) await opened.show(ports);
    expect(opened.form.changes.size).toBe(size);
  });

  test("cannot be changed unless the list says so", async () => {
    const { view } = await openForm([{ ...listOf("list", "Shop.AllOrders"), widgets: [number] }]);
    expect(firstInput(view()).isEditable).toBe(false);
  });
});

test("an object that is handed to a microflow no longer keeps its list from being loaded", async () => {
  const { opened, order, put, view } = await openForm([form(number)]);
  await put(field(view()), "2");
  expect(opened.form.changes.isChanged(order)).toBe(true);
  opened.form.changes.handOver(order as EntityObject);
  expect(opened.form.changes.isChanged(order)).toBe(false);
});

describe("formats", () => {
  const formatted = (expression: string, format: JsonValue): WidgetSketch => ({
    kind: "text",
    name: "shown",
    fields: { content: { text: "{1}", arguments: [{ expression, format }] }, render: "text" },
  });

  test.each<[string, JsonValue, string]>([
    ["$currentObject/Total", { kind: "number", groups: true }, "1,234,567.5"],
    ["$currentObject/Total", { kind: "number", decimals: 2, groups: false }, "1234567.50"],
    ["$currentObject/Number * 5000", { kind: "number", decimals: 2, groups: true }, "5,000"],
    ["$currentObject/At", { kind: "date" }, "2/1/26"],
    ["$currentObject/At", { kind: "time" }, "5:15 AM"],
    ["$currentObject/At", { kind: "pattern", pattern: "EEEE d MMMM, HH:mm" }, "Sunday 1 February, 05:15"],
    ["Shop.State.Paid", { kind: "name" }, "Paid"],
    // One for another type is a problem of the project, and until then as if it were not there.
    ["$currentObject/Number", { kind: "date" }, "1"],
  ])("write %s as %j says, in the time zone of whoever looks", async (expression, format, text) => {
    const { view } = await openForm([form(formatted(expression, format))]);
    expect(inForm(view())[0]).toMatchObject({ text });
  });

  test("that mean nothing stand there as a sentence", async () => {
    const { view } = await openForm([
      form(formatted("$currentObject/At", { kind: "pattern", pattern: "bbb" })),
    ]);
    expect(inForm(view())[0]).toMatchObject({ kind: "failure", message: expect.stringMatching(/letter b/) });
  });

  test("without one a moment is date and time", async () => {
    const { view } = await openForm([form(value("shown", "$currentObject/At"))]);
    expect(inForm(view())[0]).toMatchObject({ text: "2/1/26, 5:15 AM" });
  });

  test("of a text box show a number, and take it with separators and without", async () => {
    const total = input("textBox", "Total", { format: { kind: "number", decimals: 2, groups: true } });
    const { view, put, order } = await openForm([form(total)]);
    expect(field(view())).toMatchObject({ value: "1,234,567.50" });
    for (const [typed, saved, shown] of [
      ["9,876.5", "9876.5", "9,876.50"],
      ["1234.25", "1234.25", "1,234.25"],
    ] as const) {
      expect(await put(field(view()), typed)).toBe(true);
      expect(readAttribute(order, "Total")).toEqual(decimalFromText(saved));
      expect(field(view())).toMatchObject({ value: shown });
    }
    expect(await put(field(view()), "12,50")).toBe(false);
    expect(field(view())).toMatchObject({
      value: "12,50",
      message: expect.stringMatching(/1250 and as 12\.50/),
    });
  });

  test("of a date picker write a moment by a pattern, and read what is typed by it", async () => {
    const at = input("datePicker", "At", { shows: "pattern", pattern: "dd.MM.yyyy HH:mm" });
    const { view, put, order } = await openForm([form(at)]);
    expect(field(view())).toMatchObject({
      value: "2026-01-31T20:15:00.000Z",
      text: "01.02.2026 05:15",
      shows: "dateTime",
    });
    await put(field(view()), "3.2.2026 00:30");
    expect(readAttribute(order, "At")).toBe(Date.UTC(2026, 1, 2, 15, 30));
    await put(field(view()), "30.02.2026 00:30");
    expect(field(view())).toMatchObject({
      text: "30.02.2026 00:30",
      value: "2026-02-02T15:30:00.000Z",
      message: "This is no such moment. Write it like 01.01.1970 09:00.",
    });
    await put(field(view()), "2026-05-05T05:05:00.000Z");
    expect(field(view())).toMatchObject({ text: "05.05.2026 14:05" });
    await put(field(view()), "");
    expect(readAttribute(order, "At")).toBeNull();
  });
});

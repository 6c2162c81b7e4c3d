import { createEnvironment } from "@rivulet/expressions/environment";
import type { JsonValue, ProjectIndex } from "@rivulet/model";
import {
  buildProject,
  type ModuleSketch,
  createObject as makesObject,
  type WidgetSketch,
} from "@rivulet/testkit";
import {
  createObject,
  type EntityObject,
  link,
  linkedObjects,
  ObjectList,
  readAttribute,
  writeAttribute,
} from "@rivulet/values";
import { describe, expect, test } from "vitest";
import { accessOf } from "../access/roles.ts";
import { OpenedPage } from "../opened/opened-page.ts";
import { PageExpressions } from "../opened/page-expressions.ts";
import type { PagePorts } from "../opened/page-ports.ts";
import { listOf, value } from "../sample-pages.test-support.ts";
import type { DataView, InputView, ListView, PageView } from "../view/view.ts";
import { ObjectCarrier } from "./object-carrier.ts";

const input = (attribute: string, label = ""): WidgetSketch => ({
  kind: "textBox",
  name: attribute.toLowerCase(),
  fields: { attribute, label: { text: label, arguments: [] } },
});
const orderForm = (...widgets: WidgetSketch[]): WidgetSketch => ({
  kind: "dataView",
  name: "form",
  fields: { source: { kind: "parameter", parameter: "Order" } },
  widgets,
});

type Attributes = Readonly<Record<string, string>>;

/** A shop with one page. */
function shop(widgets: readonly WidgetSketch[], attributes: Attributes, more: Partial<ModuleSketch> = {}) {
  const project = buildProject({
    modules: {
      Shop: {
        enumerations: { State: ["Open", "Paid"] },
        entities: { Order: { attributes }, Line: { attributes: { Text: "String" } } },
        associations: { Line_Order: "Line -> Order" },
        microflows: {
          AllOrders: { returns: "List(Shop.Order)", elements: {}, result: "empty" },
          OneOrder: {
            returns: "Object(Shop.Order)",
            elements: { make: makesObject("Shop.Order", "Made") },
            result: "$Made",
          },
        },
        ...more,
        pages: { Page: { widgets, parameters: { Order: "Shop.Order" } }, ...more.pages },
      },
    },
  });
  return project.index;
}

function portsOf(index: ProjectIndex, loads: string[] = []): PagePorts {
  const access = accessOf([], index);
  const environment = createEnvironment({
    clock: () => 0,
    random: () => 0,
    constant: () => null,
    isNew: () => true,
  });
  return {
    index,
    access,
    now: () => 0,
    expressions: new PageExpressions({ index, environment, rights: access }),
    runMicroflow: async (microflow) => {
      loads.push(microflow);
      return new ObjectList("Shop.Order", [newObject(index, "Shop.Order"), newObject(index, "Shop.Order")]);
    },
  };
}

function newObject(index: ProjectIndex, entity: string): EntityObject {
  const shape = index.shape(entity);
  if (!shape) throw new Error(`The sample has no ${entity}.`);
  return createObject(shape);
}

async function open(index: ProjectIndex, ports = portsOf(index)) {
  const page = index.page("Shop.Page");
  if (!page) throw new Error("The sample has no page.");
  const order = newObject(index, "Shop.Order");
  const opened = new OpenedPage("p1", { name: "Shop.Page", page, parameters: { Order: order } });
  const view = await opened.show(ports);
  return { opened, order, view, ports };
}

const inputs = (view: PageView) => (view.widgets[0] as DataView).children as readonly InputView[];

/** Types into an input of the form and goes on with the changed project. */
async function typeAndCarry(
  before: ProjectIndex,
  after: ProjectIndex,
  { attribute, text }: { readonly attribute: string; readonly text: string },
) {
  const { opened, view, ports } = await open(before);
  const field = inputs(view).find(({ name }) => name === attribute.toLowerCase());
  if (!field) throw new Error(`The form does not show ${attribute}.`);
  opened.form.put({ widget: field.id, object: field.object }, text, { inputs: opened.inputs, ports });
  await opened.redraw(ports);
  const lost = opened.carry(new ObjectCarrier({ index: after, isSameModel: false }), true);
  return { opened, lost, view: await opened.resume(portsOf(after), []), field };
}

const attributes = { Number: "Long", Note: "String" };
const form = (...more: WidgetSketch[]) => [orderForm(input("Number"), input("Note"), ...more)];

describe("what is typed into a page while the project changes", () => {
  test.each<[string, ProjectIndex]>([
    ["a caption is changed", shop([orderForm(input("Number"), input("Note", "Remark"))], attributes)],
    ["an attribute is added before it", shop(form(), { First: "String", ...attributes })],
    ["another input is deleted", shop([orderForm(input("Note"))], attributes)],
    ["an unrelated attribute is deleted", shop([orderForm(input("Note"))], { Note: "String" })],
    [
      "its widget is moved into a container",
      shop(
        [
          orderForm(
            { kind: "container", name: "box", fields: {}, widgets: [] },
            ...form().slice(1),
            input("Note"),
          ),
        ],
        attributes,
      ),
    ],
  ])("stays when %s", async (_change, after) => {
    const { lost, view, field } = await typeAndCarry(shop(form(), attributes), after, {
      attribute: "Note",
      text: "call first",
    });
    const shown = inputs(view).find(({ name }) => name === "note");
    expect(lost).toEqual([]);
    expect(shown).toMatchObject({ value: "call first", object: field.object, id: field.id });
  });

  test.each<[string, ProjectIndex, string]>([
    [
      "its attribute is deleted",
      shop([orderForm(input("Number"))], { Number: "Long" }),
      "What was typed into Note is gone: Order has no attribute Note any more.",
    ],
    [
      "its attribute is of a type that it does not fit",
      shop(form(), { Number: "Long", Note: "Decimal" }),
      "What was typed into Note is gone: Note is of another type now.",
    ],
  ])("is told of when %s", async (_change, after, sentence) => {
    const { lost } = await typeAndCarry(shop(form(), attributes), after, { attribute: "Note", text: "call" });
    expect(lost).toEqual([sentence]);
  });

  test("is read again when its attribute has another type", async () => {
    const after = shop(form(), { Number: "String", Note: "Decimal" });
    const { view, lost } = await typeAndCarry(shop(form(), attributes), after, {
      attribute: "Note",
      text: "12.50",
    });
    expect(lost).toEqual([]);
    expect(inputs(view)[1]).toMatchObject({ value: "12.5" });
  });

  test("and was no value becomes one when the attribute takes it", async () => {
    const after = shop(form(), { Number: "String", Note: "String" });
    const { view } = await typeAndCarry(shop(form(), attributes), after, {
      attribute: "Number",
      text: "A-7",
    });
    expect(inputs(view)[0]).toMatchObject({ value: "A-7" });
    expect(inputs(view)[0]?.message).toBeUndefined();
  });

  test("goes back to how it was before by Cancel, also afterwards", async () => {
    const { opened } = await typeAndCarry(
      shop(form(), attributes),
      shop(form(), { More: "String", ...attributes }),
      {
        attribute: "Note",
        text: "call first",
      },
    );
    opened.form.cancel();
    expect(readAttribute(opened.parameters["Order"] as EntityObject, "Note")).toBeNull();
  });
});

describe("a page that fits no longer says why", () => {
  const carry = async (after: ProjectIndex) => {
    const { opened } = await open(shop(form(), attributes));
    return () => opened.carry(new ObjectCarrier({ index: after, isSameModel: false }), true);
  };

  test("its entity was deleted", async () => {
    const records = new Map(shop(form(), attributes).records);
    records.delete(
      records.values().find((each) => each.type === "entity" && each.name === "Order")?.id ?? "",
    );
    const { ProjectIndex: Index } = await import("@rivulet/model");
    expect(await carry(new Index(records))).toThrow(
      'The page "Page" showed an object of Shop.Order, and this entity was deleted.',
    );
  });

  test("it needs one more object", async () => {
    const more = { Page: { widgets: form(), parameters: { Order: "Shop.Order", Line: "Shop.Line" } } };
    expect(await carry(shop(form(), attributes, { pages: more }))).toThrow("now needs Line as well");
  });
});

describe("a list", () => {
  const page = (fields: Readonly<Record<string, JsonValue>> = {}) => [
    {
      ...listOf("list", "Shop.AllOrders", { pageSize: 1, ...fields }),
      widgets: [value("number", "$currentObject/Number")],
    },
  ];
  const lists = (view: PageView) => view.widgets[0] as ListView;

  test("keeps its rows, and how many are shown, and loads its data only where they may be others", async () => {
    const loads: string[] = [];
    const before = shop(page(), attributes);
    const { opened, view, ports } = await open(before, portsOf(before, loads));
    await opened.rows(lists(view).list, 1, ports);
    const shown = lists(await opened.redraw(ports)).rows.map(({ object }) => object);
    const after = shop(page({ emptyText: "None." }), attributes);
    opened.carry(new ObjectCarrier({ index: after, isSameModel: true }), false);
    const calm = await opened.resume(portsOf(after, loads), []);
    expect(lists(calm).rows.map(({ object }) => object)).toEqual(shown);
    expect([shown.length, loads]).toEqual([2, ["Shop.AllOrders"]]);
    opened.carry(new ObjectCarrier({ index: after, isSameModel: true }), true);
    expect(lists(await opened.resume(portsOf(after, loads), [])).rows).toHaveLength(2);
    expect(loads).toHaveLength(2);
  });

  test("of another microflow loads it", async () => {
    const loads: string[] = [];
    const before = shop(page(), attributes);
    const { opened } = await open(before, portsOf(before, loads));
    const source = { kind: "microflow", microflow: "Shop.OneOrder", arguments: {} };
    const after = shop(page({ source }), attributes);
    opened.carry(new ObjectCarrier({ index: after, isSameModel: true }), false);
    await opened.resume(portsOf(after, loads), []);
    expect(loads).toEqual(["Shop.AllOrders", "Shop.OneOrder"]);
  });
});

test("objects keep their links in a changed project, in their order; those of a deleted association go", () => {
  const [before, after] = [shop([], attributes), shop([], { More: "String", ...attributes })];
  const association = before.association("Shop.Line_Order");
  if (!association) throw new Error("The sample has no association.");
  const order = newObject(before, "Shop.Order");
  const lines = ["bolts", "nuts"].map((text) => {
    const line = newObject(before, "Shop.Line");
    writeAttribute(line, "Text", text);
    link({ object: line, association, end: "owner" }, order);
    return line;
  });
  const texts = (index: ProjectIndex, from: EntityObject | undefined) => {
    const there = index.association("Shop.Line_Order");
    return from && there
      ? linkedObjects({ object: from, association: there, end: "target" }).map((line) =>
          readAttribute(line, "Text"),
        )
      : [];
  };
  const carrier = new ObjectCarrier({ index: after, isSameModel: false });
  expect(texts(after, carrier.carry(order))).toEqual(["bolts", "nuts"]);
  expect(carrier.carry(lines[0] as EntityObject)).toBe(carrier.carry(lines[0] as EntityObject));
  const without = new ObjectCarrier({
    index: shop([], attributes, { associations: {} }),
    isSameModel: false,
  });
  expect(without.carry(order)?.identity.links).toEqual([]);
});

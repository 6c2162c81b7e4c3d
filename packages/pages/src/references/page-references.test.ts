import type { PageRecord, WidgetRecord } from "@rivulet/model";
import { expect, test } from "vitest";
import { listOf, shopIndex, value } from "../sample-pages.test-support.ts";
import {
  navigationReferences,
  renameInNavigation,
  renameInWidget,
  widgetReferences,
} from "./page-references.ts";

const pay = { kind: "callMicroflow", microflow: "Shop.Pay", arguments: { Order: "$currentObject" } };
const index = shopIndex({
  Page: {
    widgets: [
      {
        ...listOf("list", "Shop.AllOrders", { onClick: pay }),
        widgets: [value("state", "$currentObject/State = Shop.State.Open")],
      },
    ],
  },
});
const page = index.page("Shop.Page") as PageRecord;
const widget = (name: string) => index.records.get(`Shop.Page.${name}`) as WidgetRecord;
const names = (name: string) =>
  widgetReferences(widget(name), page, index)
    .filter(({ kind }) => kind !== "variable")
    .map(({ kind, name: whole }) => `${kind} ${whole}`);

test("a widget names its microflows with their parameters, and what its expressions use", () => {
  expect(names("list")).toEqual([
    "microflow Shop.AllOrders",
    "microflow Shop.Pay",
    "parameter Shop.Pay.Order",
  ]);
  expect(names("state")).toEqual([
    "attribute Shop.Order.State",
    "enumeration Shop.State",
    "enumerationValue Shop.State.Open",
  ]);
});

test("renaming changes exactly these places", () => {
  const rename = (from: string, to: string) => (reference: { name: string }) =>
    reference.name === from ? to : undefined;
  const on = { page, index };
  expect(
    renameInWidget(widget("state"), rename("Shop.Order.State", "Shop.Order.Stage"), on).fields["content"],
  ).toEqual({
    text: "{1}",
    arguments: ["$currentObject/Stage = Shop.State.Open"],
  });
  expect(
    renameInWidget(widget("list"), rename("Shop.Pay.Order", "Shop.Pay.Bill"), on).fields["onClick"],
  ).toEqual({
    ...pay,
    arguments: { Bill: "$currentObject" },
  });
  expect(renameInWidget(widget("list"), rename("Shop.Nothing", "Shop.Else"), on)).toEqual(widget("list"));
});

test("an argument keeps its format where a name in it changes", () => {
  const format = { kind: "date" };
  const argument = (expression: string) => ({ text: "{1}", arguments: [{ expression, format }] });
  const state = { ...widget("state"), fields: { content: argument("$currentObject/At") } };
  expect(widgetReferences(state, page, index)).toContainEqual(
    expect.objectContaining({ name: "Shop.Order.At", field: "content.arguments[0]" }),
  );
  const renamed = renameInWidget(
    state,
    ({ name }) => (name === "Shop.Order.At" ? "Shop.Order.Made" : undefined),
    {
      page,
      index,
    },
  );
  expect(renamed.fields["content"]).toEqual(argument("$currentObject/Made"));
});

test("the navigation names its pages and microflows", () => {
  const navigation = {
    homePage: "Shop.Page",
    roleHomePages: [{ userRole: "Clerk", page: "Shop.Page" }],
    menu: [
      { id: "a", caption: "A", action: { kind: "showPage", page: "Shop.Page" } as const },
      { id: "b", caption: "B", action: { kind: "callMicroflow", microflow: "Shop.AllOrders" } as const },
    ],
  };
  expect(navigationReferences(navigation, index).map(({ field }) => field)).toEqual([
    "navigation.homePage",
    "navigation.roleHomePages[0].page",
    "navigation.menu[0].action.page",
    "navigation.menu[1].action.microflow",
  ]);
  const renamed = renameInNavigation(
    navigation,
    ({ kind }) => (kind === "page" ? "Shop.Start" : undefined),
    index,
  );
  expect(JSON.stringify(renamed)).not.toContain("Shop.Page");
});

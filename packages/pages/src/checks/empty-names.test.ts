import type { JsonValue, Navigation, PageAction } from "@rivulet/model";
import { describe, expect, test } from "vitest";
import type { WidgetFieldKind } from "../fields/field.ts";
import { listOf, shopIndex } from "../sample-pages.test-support.ts";
import { widgetDefinitions } from "../widget-catalog.ts";
import { checkNavigation } from "./check-navigation.ts";
import { checkPage } from "./check-page.ts";

/** What a sentence has where a name is missing: two blanks, a blank before a mark, nothing in quotes or brackets. */
const hole = / {2}| [.,:;?!)]|""|\(\s*\)|\$[ .,]|undefined|null|^\s|\s$/;

const actions: readonly PageAction[] = [
  { kind: "nothing" },
  { kind: "showPage", page: "" },
  { kind: "showPage", page: "Shop.Edit", arguments: { Order: "" } },
  { kind: "callMicroflow", microflow: "" },
  { kind: "callMicroflow", microflow: "Shop.Pay", arguments: { Order: "" } },
  { kind: "createObject", entity: "", page: "" },
  { kind: "createObject", entity: "Shop.Order", page: "" },
  { kind: "createObject", entity: "", page: "Shop.Edit" },
  {
    kind: "createObject",
    entity: "Shop.Order",
    page: "Shop.Edit",
    over: { association: "", end: "owner" },
  },
  { kind: "openLink", address: "" },
];

/** Values of each kind of field that name nothing. */
const emptyValues: Readonly<Record<WidgetFieldKind, readonly JsonValue[]>> = {
  text: [""],
  number: [0],
  boolean: [false],
  choice: [""],
  attribute: [""],
  condition: ["", " "],
  template: [
    { text: "", arguments: [] },
    { text: "{1}", arguments: [] },
    { text: "{1}", arguments: [""] },
    { text: "{1}", arguments: [{ expression: "", format: { kind: "pattern", pattern: "" } }] },
  ],
  dataSource: [
    { kind: "microflow", microflow: "", arguments: {} },
    { kind: "association", association: "", end: "owner" },
    { kind: "parameter", parameter: "" },
  ],
  picture: [{ kind: "icon", icon: "" }],
  snippet: [{ snippet: "", arguments: {} }],
  numberFormat: [{ kind: "number", groups: false }],
  datePattern: ["", " "],
  action: actions as unknown as readonly JsonValue[],
};

const fields = widgetDefinitions.flatMap(({ kind, fields: all }) =>
  all.flatMap((field) => emptyValues[field.kind].map((value) => [kind, field.name, value] as const)),
);

function messagesOf(kind: string, name: string, value: JsonValue, isInside: boolean): string[] {
  const shown = { shows: "pattern", editable: "conditionally", validation: "condition" };
  const widget = { kind, name: "x", fields: { ...shown, [name]: value } };
  const widgets = isInside ? [{ ...listOf("list", "Shop.AllOrders"), widgets: [widget] }] : [widget];
  const index = shopIndex({
    Page: { widgets, parameters: { Order: "" } },
    Edit: { parameters: { Order: "Shop.Order" } },
  });
  const page = index.page("Shop.Page");
  return page ? checkPage(page, index).map(({ message }) => message) : [];
}

describe("what is not chosen yet is told in whole sentences", () => {
  test.each(fields)("by a %s whose %s is %j", (kind, name, value) => {
    for (const isInside of [true, false])
      for (const message of messagesOf(kind, name, value, isInside)) expect(message).not.toMatch(hole);
  });

  test.each(actions)("by an item of the menu that does %j", (action) => {
    const index = shopIndex({ Edit: { parameters: { Order: "Shop.Order" } } });
    for (const caption of ["Orders", ""]) {
      const navigation: Navigation = {
        homePage: "",
        roleHomePages: [{ userRole: "", page: "" }],
        menu: [
          { id: "a", caption, action },
          { id: "b", caption },
          { id: "c", caption, action },
          { id: "d", parent: "c", caption },
        ],
      };
      const messages = checkNavigation(navigation, index).map(({ message }) => message);
      expect(messages.length).toBeGreaterThan(0);
      for (const message of messages) expect(message).not.toMatch(hole);
    }
  });

  test("an item says what it does not name, once", () => {
    const index = shopIndex({});
    const menu = [
      { id: "a", caption: "New order", action: { kind: "createObject", entity: "", page: "" } as const },
    ];
    expect(checkNavigation({ menu }, index)).toEqual([
      {
        code: "menu-item-without-target",
        record: "project",
        field: "navigation.menu[0].action.entity",
        message:
          '"New order" does not say yet which entity it creates an object of. Set it, or remove the item.',
      },
    ]);
  });
});

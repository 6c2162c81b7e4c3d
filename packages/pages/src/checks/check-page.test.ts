import type { JsonObject } from "@rivulet/model";
import type { PageSketch, WidgetSketch } from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { listOf, shopIndex, value } from "../sample-pages.test-support.ts";
import { checkNavigation } from "./check-navigation.ts";
import { checkPage } from "./check-page.ts";

function findings(page: PageSketch, more: Parameters<typeof shopIndex>[1] = {}) {
  const index = shopIndex(
    {
      Overview: page,
      Edit: { parameters: { Order: "Shop.Order" } },
      EditLine: { parameters: { Line: "Shop.Line" } },
    },
    more,
  );
  const record = index.page("Shop.Overview");
  return record ? checkPage(record, index) : [];
}

const codes = (widgets: readonly WidgetSketch[], page: PageSketch = {}) =>
  findings({ ...page, widgets }).map(({ code, field }) => `${code} ${field}`);

const row = (...widgets: WidgetSketch[]) => [{ ...listOf("list", "Shop.AllOrders"), widgets }];
const button = (onClick: JsonObject) => ({
  kind: "button",
  name: "go",
  fields: { caption: { text: "Go", arguments: [] }, look: "default", onClick },
});

const lineOver = (end: "owner" | "target"): JsonObject => ({
  kind: "createObject",
  entity: "Shop.Line",
  page: "Shop.EditLine",
  over: { association: "Shop.Line_Order", end },
});

test("a sound page has no problem", () => {
  expect(
    codes(row(value("number", "$currentObject/Number"), button({ kind: "showPage", page: "Shop.Edit" }))),
  ).toEqual([]);
});

describe("a problem is found", () => {
  test.each<[string, readonly WidgetSketch[], string]>([
    [
      "a part without its whole",
      [
        {
          kind: "gridColumn",
          name: "x",
          fields: { desktop: 6, tablet: 6, phone: 12 },
        },
      ],
      "not-a-container parent",
    ],
    [
      "something in a grid that is no column",
      [{ kind: "layoutGrid", name: "x", fields: { gap: "normal" }, widgets: [value("y", "1")] }],
      "not-a-container parent",
    ],
    [
      "an icon that is none",
      [{ kind: "image", name: "x", fields: { picture: { kind: "icon", icon: "ufo" }, size: "small" } }],
      "unknown-choice picture.icon",
    ],
    [
      "a picture of another site",
      [
        {
          kind: "image",
          name: "x",
          fields: { picture: { kind: "file", data: "https://example.com/a.png" }, size: "small" },
        },
      ],
      "wrong-form picture",
    ],
    ["of an unknown kind", [{ kind: "carousel", name: "x" }], "unknown-widget kind"],
    ["two of one name", [value("x", "1"), { ...value("x", "1"), key: "y" }], "duplicate-widget-name name"],
    [
      "a field left empty",
      [{ kind: "text", name: "x", fields: { render: "text" } }],
      "missing-value content",
    ],
    [
      "a field of another form",
      [{ kind: "text", name: "x", fields: { content: "words", render: "text" } }],
      "wrong-form content",
    ],
    [
      "a field too many",
      [{ ...value("x", "1"), fields: { ...value("x", "1").fields, more: 1 } }],
      "unknown-field more",
    ],
    [
      "a choice that is none",
      [{ ...value("x", "1"), fields: { ...value("x", "1").fields, render: "h9" } }],
      "unknown-choice render",
    ],
    ["a page size of nothing", [listOf("x", "Shop.AllOrders", { pageSize: 0 })], "unknown-choice pageSize"],
    [
      "an unknown attribute",
      row(value("x", "$currentObject/Nope")),
      "unknown-attribute content.arguments[0]",
    ],
    [
      "an object where there is none",
      [value("x", "$currentObject/Number")],
      "unknown-variable content.arguments[0]",
    ],
    [
      "a placeholder without argument",
      [{ kind: "text", name: "x", fields: { content: { text: "{1}", arguments: [] }, render: "text" } }],
      "missing-template-argument content.text",
    ],
    ...(
      [
        ["a format for another type", "$currentObject/Number", { kind: "date" }, ""],
        [
          "digits that nobody reads",
          "$currentObject/Total",
          { kind: "number", decimals: 99, groups: true },
          ".format.decimals",
        ],
        [
          "a pattern that is none",
          "$currentObject/At",
          { kind: "pattern", pattern: "bbb" },
          ".format.pattern",
        ],
      ] as const
    ).map(([what, expression, format, place]): [string, WidgetSketch[], string] => [
      what,
      row({
        kind: "text",
        name: "x",
        fields: { content: { text: "{1}", arguments: [{ expression, format }] }, render: "text" },
      }),
      `wrong-format content.arguments[0]${place}`,
    ]),
    ["an unknown microflow", [listOf("x", "Shop.Nope")], "unknown-microflow source.microflow"],
    ["a list of one", [listOf("x", "Shop.OneOrder")], "not-a-list source.microflow"],
    [
      "one of a list",
      [{ kind: "dataView", name: "x", fields: listOf("x", "Shop.AllOrders").fields }],
      "not-one-object source.microflow",
    ],
    [
      "an association from nowhere",
      [
        {
          kind: "listView",
          name: "x",
          fields: {
            source: { kind: "association", association: "Shop.Line_Order", end: "target" },
            pageSize: 5,
          },
        },
      ],
      "no-object-around source.association",
    ],
    [
      "an association from its other end",
      row({
        kind: "dataView",
        name: "x",
        fields: { source: { kind: "association", association: "Shop.Line_Order", end: "owner" } },
      }),
      "wrong-association-end source.end",
    ],
    [
      "many objects where one is shown",
      row({
        kind: "dataView",
        name: "x",
        fields: { source: { kind: "association", association: "Shop.Line_Order", end: "target" } },
      }),
      "not-one-object source.association",
    ],
    [
      "a parameter that is not there",
      [{ kind: "dataView", name: "x", fields: { source: { kind: "parameter", parameter: "Order" } } }],
      "unknown-parameter source.parameter",
    ],
    [
      "an action on a missing page",
      [button({ kind: "showPage", page: "Shop.Nope" })],
      "unknown-page onClick.page",
    ],
    [
      "a page without its object",
      [button({ kind: "showPage", page: "Shop.Edit" })],
      "missing-argument onClick.arguments.Order",
    ],
    [
      "a microflow without its argument",
      [button({ kind: "callMicroflow", microflow: "Shop.Pay" })],
      "missing-argument onClick.arguments.Order",
    ],
    [
      "an argument too many",
      row(button({ kind: "callMicroflow", microflow: "Shop.Pay", arguments: { Ordr: "1" } })),
      "unknown-argument onClick.arguments.Ordr",
    ],
    [
      "a link that is a script",
      [button({ kind: "openLink", address: "javascript:alert(1)" })],
      "wrong-form onClick.address",
    ],
    ["a widget in a text", [{ ...value("x", "1"), widgets: [value("y", "1")] }], "not-a-container parent"],
  ])("%s", (_, widgets, expected) => {
    expect(codes(widgets)).toContain(expected);
  });

  test("a role that is not there", () => {
    expect(codes([], { visibleFor: ["Nobody"] })).toEqual(["unknown-role visibleFor[0]"]);
  });

  test("a page that a role sees, and may not run what it shows", () => {
    const page = { visibleFor: ["Clerk", "Manager"], widgets: row() };
    const [finding] = findings(page, { securityLevel: "production" });
    expect(finding?.code).toBe("role-may-not-run");
    expect(finding?.message).toContain("Manager");
    expect(findings(page)).toEqual([]);
  });
});

describe("inputs and rights", () => {
  const input = (attribute: string, more: JsonObject = {}) => ({
    kind: "textBox",
    name: "x",
    fields: { attribute, label: { text: "", arguments: [] }, ...more },
  });

  test.each<[string, readonly WidgetSketch[], string]>([
    ["an input without an object around", [input("Number")], "no-object-around attribute"],
    ["an input without an attribute", row({ kind: "textBox", name: "x" }), "missing-value attribute"],
    ["an attribute that is not there", row(input("Numbr")), "unknown-attribute attribute"],
    [
      "an attribute of another type",
      row({ ...input("Number"), kind: "checkBox" }),
      "wrong-attribute-type attribute",
    ],
    [
      "a condition that is none",
      row(input("Number", { validation: "condition", validWhen: "$value" })),
      "wrong-type validWhen",
    ],
    [
      "a pattern by which nobody can type",
      row({ ...input("At", { shows: "pattern", pattern: "dd.MM" }), kind: "datePicker" }),
      "wrong-format pattern",
    ],
    [
      "a pattern left out",
      row({ ...input("At", { shows: "pattern" }), kind: "datePicker" }),
      "missing-value pattern",
    ],
    [
      "a number with a negative count of digits",
      row(input("Total", { format: { kind: "number", decimals: -1, groups: false } })),
      "wrong-format format.decimals",
    ],
    ["a condition left out", row(input("Number", { validation: "condition" })), "missing-value validWhen"],
    [
      "an object for a page that takes none",
      [button({ kind: "createObject", entity: "Shop.Order", page: "Shop.Overview" })],
      "missing-argument onClick.page",
    ],
    [
      "an object that is linked where none is around",
      [button(lineOver("target"))],
      "no-object-around onClick.over.association",
    ],
    [
      "an object that is linked from the wrong end",
      row(button(lineOver("owner"))),
      "wrong-association-end onClick.over.association",
    ],
    [
      "an object that would displace another one",
      row({
        kind: "listView",
        name: "lines",
        fields: {
          source: { kind: "association", association: "Shop.Line_Order", end: "target" },
          pageSize: 5,
        },
        widgets: [
          button({
            kind: "createObject",
            entity: "Shop.Order",
            page: "Shop.Edit",
            over: { association: "Shop.Line_Order", end: "owner" },
          }),
        ],
      }),
      "not-a-list onClick.over.association",
    ],
  ])("have a problem: %s", (_, widgets, expected) => {
    expect(codes(widgets)).toContain(expected);
  });

  test("are sound with $value in the condition, and an object for a page that takes it", () => {
    const valid = input("Number", { validation: "condition", validWhen: "$value > 1" });
    const create = button({ kind: "createObject", entity: "Shop.Order", page: "Shop.Edit" });
    expect(codes(row(valid, create))).toEqual([]);
    expect(codes(row(button({ kind: "signOut" })))).toEqual([]);
    expect(codes(row(button(lineOver("target"))))).toEqual([]);
  });

  test("say nothing of a format that their type has no use for", () => {
    const format = { kind: "number", decimals: -1, groups: false };
    expect(codes(row(input("Secret", { format })))).toEqual([]);
  });

  test("warn of a page that shows an attribute to a role that may not read it", () => {
    const orderRules = [
      { role: "Clerk", mayCreate: false, others: "read" as const, attributes: { Number: "none" as const } },
    ];
    const page = { visibleFor: ["Clerk"], widgets: row(value("number", "$currentObject/Number")) };
    const [finding] = findings(page, { securityLevel: "production", orderRules });
    expect(finding).toMatchObject({ code: "role-may-not-read", field: "content.arguments[0]" });
    expect(findings(page, { securityLevel: "prototype", orderRules })).toEqual([]);
  });
});

describe("the navigation", () => {
  const check = (navigation: Parameters<typeof checkNavigation>[0]) =>
    checkNavigation(
      navigation,
      shopIndex({ Overview: {}, Edit: { parameters: { Order: "Shop.Order" } } }),
    ).map(({ code, field }) => `${code} ${field}`);
  const show = (page: string) => ({ kind: "showPage", page }) as const;

  test("of pages that open by themselves is sound", () => {
    const menu = [{ id: "a", caption: "Orders", action: show("Shop.Overview") }];
    expect(check({ homePage: "Shop.Overview", menu })).toEqual([]);
  });

  test.each<[string, Parameters<typeof checkNavigation>[0], string]>([
    ["a missing home page", { homePage: "Shop.Nope", menu: [] }, "unknown-page navigation.homePage"],
    [
      "a home page that needs an object",
      { homePage: "Shop.Edit", menu: [] },
      "page-needs-object navigation.homePage",
    ],
    [
      "an item without anything",
      { menu: [{ id: "a", caption: "A" }] },
      "menu-item-without-target navigation.menu[0].action",
    ],
    [
      "an item with both",
      {
        menu: [
          { id: "a", caption: "A", action: show("Shop.Overview") },
          { id: "b", parent: "a", caption: "B", action: show("Shop.Overview") },
        ],
      },
      "menu-item-with-both navigation.menu[0].action",
    ],
    [
      "a link that is a script",
      { menu: [{ id: "a", caption: "A", action: { kind: "openLink", address: "javascript:alert(1)" } }] },
      "wrong-form navigation.menu[0].action.address",
    ],
    [
      "a microflow that needs an argument",
      { menu: [{ id: "a", caption: "A", action: { kind: "callMicroflow", microflow: "Shop.Pay" } }] },
      "missing-argument navigation.menu[0].action.arguments.Order",
    ],
  ])("has a problem with %s", (_, navigation, expected) => {
    expect(check(navigation)).toContain(expected);
  });
});

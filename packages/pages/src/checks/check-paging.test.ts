import { buildProject, call, changeObject, type ElementSketch, type WidgetSketch } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { listOf } from "../sample-pages.test-support.ts";
import { checkPage } from "./check-page.ts";

const goOn = { goOn: changeObject("Paging", { HasMore: "true" }) };
const source = (given: Readonly<Record<string, string>> = {}) => ({
  source: { kind: "microflow", microflow: "Shop.Source", arguments: given },
});
const onClick = { action: { kind: "callMicroflow", microflow: "Shop.Source", arguments: {} } };

function problemsOf(
  widget: WidgetSketch,
  elements: Readonly<Record<string, ElementSketch>> = goOn,
  returns: string = "List(Shop.Order)",
) {
  const parameters = { Paging: "Object(System.Paging)" };
  const { index } = buildProject({
    modules: {
      Shop: {
        entities: { Order: { attributes: { Number: "Long" } } },
        microflows: {
          Source: { parameters, returns, elements, result: "empty" },
          GoOn: { parameters, elements: goOn },
        },
        pages: { Page: { widgets: [widget] } },
      },
    },
  });
  const page = index.page("Shop.Page");
  return page ? checkPage(page, index).map(({ code, field }) => `${code} ${field}`) : [];
}

test.each<[string, Readonly<Record<string, ElementSketch>>, readonly string[]]>([
  ["a microflow that says whether there is more", goOn, []],
  ["one that lets another one say it", { call: call("Shop.GoOn", { Paging: "$Paging" }) }, []],
  ["one that never says it", {}, ["list-never-goes-on source.microflow"]],
])("a list view is read page by page by %s", (_, elements, problems) => {
  expect(problemsOf(listOf("list", "Shop.Source"), elements)).toEqual(problems);
});

test("the list gives the paging by itself, and nobody else does", () => {
  const written = { kind: "listView", name: "list", fields: { ...source({ Paging: "empty" }), pageSize: 2 } };
  expect(problemsOf(written)).toEqual(["unknown-argument source.arguments.Paging"]);
  const unknown = { kind: "listView", name: "list", fields: { ...source({ Pagin: "empty" }), pageSize: 2 } };
  expect(problemsOf(unknown)).toEqual(["unknown-argument source.arguments.Pagin"]);
});

test.each<[string, WidgetSketch, string, string]>([
  ["a data view", { kind: "dataView", name: "view", fields: source() }, "Object(Shop.Order)", "source"],
  [
    "a button",
    {
      kind: "button",
      name: "button",
      fields: { caption: { text: "Go", arguments: [] }, look: "default", onClick: onClick.action },
    },
    "List(Shop.Order)",
    "onClick",
  ],
])("%s has no list whose paging it could give", (_, widget, returns, field) => {
  expect(problemsOf(widget, goOn, returns)).toEqual([`paging-without-list ${field}.arguments.Paging`]);
});

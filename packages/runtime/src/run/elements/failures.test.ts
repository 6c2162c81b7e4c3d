import {
  changeList,
  changeObject,
  changeVariable,
  createObject,
  createVariable,
  end,
  log,
  loop,
  type MicroflowSketch,
  retrieve,
} from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { runFlow } from "../../engine/engine.test-support.ts";
import { orderToLines, shop } from "./elements.test-support.ts";

describe("failures", () => {
  const order = { parameters: { Order: "Object(Shop.Order)" }, returns: "Nothing" };
  const noOrder = { parameters: { Order: null } };
  test.each<[string, MicroflowSketch, { code: string; activity: string; field: string }]>([
    [
      "an object that is empty cannot be changed",
      { ...order, elements: { at: changeObject("Order", { Number: "1" }) } },
      { code: "empty-object", activity: "Shop.Flow.at", field: "object" },
    ],
    [
      "nothing is retrieved from an empty object",
      { ...order, elements: { at: retrieve("Order", orderToLines, "Lines") } },
      { code: "empty-object", activity: "Shop.Flow.at", field: "start" },
    ],
    [
      "an attribute of an empty object cannot be read",
      { ...order, elements: { at: createVariable("Number", "Integer", "$Order/Number") } },
      { code: "empty-object", activity: "Shop.Flow.at", field: "value" },
    ],
    [
      "an Integer attribute holds 32 bits",
      { ...order, elements: { at: createObject("Shop.Order", "New", { Number: "1", Count: "2147483648" }) } },
      { code: "value-out-of-range", activity: "Shop.Flow.at", field: "members[1].value" },
    ],
    [
      "an Integer attribute holds 32 bits below zero",
      { ...order, elements: { at: createObject("Shop.Order", "New", { Count: "-2147483649" }) } },
      { code: "value-out-of-range", activity: "Shop.Flow.at", field: "members[0].value" },
    ],
    [
      "a String attribute holds its maximum length",
      { ...order, elements: { at: createObject("Shop.Order", "New", { Title: "'123456'" }) } },
      { code: "value-out-of-range", activity: "Shop.Flow.at", field: "members[0].value" },
    ],
    [
      "an Integer has 64 bits",
      {
        ...order,
        elements: {
          many: createVariable("Many", "Integer", "9223372036854775807"),
          at: changeVariable("Many", "$Many + 1"),
        },
      },
      { code: "integer-overflow", activity: "Shop.Flow.at", field: "value" },
    ],
    [
      "nothing is divided by zero",
      { ...order, returns: "Decimal", elements: { end: end("1 div 0") } },
      { code: "division-by-zero", activity: "Shop.Flow.end", field: "returnValue" },
    ],
  ])("%s", async (_, microflow, expected) => {
    const { error } = await runFlow(microflow, { shop, ...noOrder });
    expect(error).toEqual(expected);
  });

  test.each<[string, MicroflowSketch["elements"], string]>([
    ["a loop", { at: loop("Lines", "Line", { elements: {} }) }, "empty-list-variable"],
    ["a change", { at: changeList("Lines", "clear") }, "empty-list-variable"],
  ])("%s needs a list that is there", async (_, elements, code) => {
    const { error } = await runFlow(
      { parameters: { Lines: "List(Shop.Line)" }, elements },
      { shop, parameters: { Lines: null } },
    );
    expect(error).toEqual({ code, activity: "Shop.Flow.at", field: "list" });
  });
});

test("the log has level, node, message, time and place of each line", async () => {
  const { log: lines } = await runFlow(
    {
      elements: {
        note: { kind: "logMessage", fields: { level: "warning", node: "Shop", message: "'Total: ' + 3" } },
        blank: log("empty"),
      },
    },
    { evaluation: { clock: () => 86_400_000 } },
  );
  expect(lines).toEqual([
    {
      level: "warning",
      node: "Shop",
      message: "Total: 3",
      at: 86_400_000,
      microflow: "Shop.Flow",
      element: "Shop.Flow.note",
    },
    {
      level: "info",
      node: "",
      message: "",
      at: 86_400_000,
      microflow: "Shop.Flow",
      element: "Shop.Flow.blank",
    },
  ]);
});

import { call, changeList, createList, createObject, retrieve } from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { runFlow } from "../../engine/engine.test-support.ts";
import { amounts, lineToOrder, shop, threeLines } from "./elements.test-support.ts";

describe("change list", () => {
  const start = {
    ...threeLines,
    lines: createList("Shop.Line", "Lines"),
    one: changeList("Lines", "add", "$First"),
    two: changeList("Lines", "add", "$Second"),
    others: createList("Shop.Line", "Others"),
    three: changeList("Others", "add", "$First"),
    four: changeList("Others", "add", "$Third"),
    nothing: createObject("Shop.Order", "Lonely"),
    none: retrieve("Third", lineToOrder, "NoOrder"),
    bill: retrieve("Lonely", { association: "Shop.Order_Bill", end: "owner" }, "NoLine"),
  };

  test.each<[string, "add" | "remove" | "clear" | "replace", string | undefined, string]>([
    ["adds an object, also twice", "add", "$First", "121"],
    ["adds a list", "add", "$Others", "1213"],
    ["adds a list to itself", "add", "$Lines", "1212"],
    ["adds nothing that is empty", "add", "$NoLine", "12"],
    ["removes an object", "remove", "$First", "2"],
    ["removes a list, silent about what is not there", "remove", "$Others", "2"],
    ["removes a list from itself", "remove", "$Lines", ""],
    ["clears", "clear", undefined, ""],
    ["replaces by a list", "replace", "$Others", "13"],
    ["replaces by an object", "replace", "$Third", "3"],
    ["replaces by itself", "replace", "$Lines", "12"],
    ["replaces by nothing", "replace", "$NoLine", ""],
  ])("%s", async (_, operation, value, expected) => {
    const elements = { ...start, change: changeList("Lines", operation, value), ...amounts };
    const { json } = await runFlow({ returns: "String", elements, result: "$Text" }, { shop });
    expect(json).toBe(expected);
  });

  test("changes the list for whoever holds it", async () => {
    const { json } = await runFlow(
      {
        returns: "Integer",
        elements: {
          lines: createList("Shop.Line", "Lines"),
          fill: call("Shop.Fill", { Target: "$Lines" }),
        },
        result: "length($Lines)",
      },
      {
        shop: {
          ...shop,
          microflows: {
            Fill: {
              parameters: { Target: "List(Shop.Line)" },
              elements: {
                make: createObject("Shop.Line", "Line"),
                add: changeList("Target", "add", "$Line"),
              },
            },
          },
        },
      },
    );
    expect(json).toBe(1);
  });
});

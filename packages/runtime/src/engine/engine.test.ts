import { changeList, createList, createObject, decision, loop, merge } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { runFlow } from "./engine.test-support.ts";

const shop = {
  entities: {
    Order: { attributes: { Quantity: "Long", Name: "String" } },
    Line: { attributes: { Amount: "Long", Label: "String" } },
  },
};

test("a loop makes an object for each member of a list, and keeps some", async () => {
  const { json, error, outcome } = await runFlow(
    {
      parameters: { Orders: "List(Shop.Order)" },
      returns: "List(Shop.Line)",
      elements: {
        lines: createList("Shop.Line", "Lines"),
        loop: loop("Orders", "Order", {
          elements: {
            make: createObject("Shop.Line", "Line", {
              Amount: "$Order/Quantity * 3 + 7",
              Label: "'Order ' + $Order/Name",
            }),
            large: decision("$Line/Amount > 10"),
            add: changeList("Lines", "add", "$Line"),
            over: merge,
          },
          flows: ["make > large", "large true> add > over", "large false> over"],
        }),
      },
      result: "$Lines",
    },
    {
      shop,
      parameters: {
        Orders: [
          { Quantity: 1, Name: "a" },
          { Quantity: 2, Name: "b" },
        ],
      },
    },
  );
  expect(error).toBe(undefined);
  expect(json).toEqual([{ $entity: "Shop.Line", $id: "1", Amount: 13, Label: "Order b" }]);
  expect(outcome.steps).toBe(11);
});

import {
  call,
  changeObject,
  changeVariable,
  createList,
  createObject,
  createVariable,
  type MicroflowSketch,
  type ModuleSketch,
} from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { runFlow } from "../../engine/engine.test-support.ts";
import { orderFields, shop } from "./elements.test-support.ts";

describe("what a microflow gives", () => {
  test.each<[string, MicroflowSketch, unknown]>([
    ["nothing where nothing is returned", { elements: {} }, null],
    ["the value of its end event", { returns: "Integer", elements: {}, result: "1 + 2" }, 3],
    ["an Integer as the Decimal that it returns", { returns: "Decimal", elements: {}, result: "3" }, "3"],
    [
      "a new object with the initial values of its entity",
      {
        returns: "Object(Shop.Order)",
        elements: { make: createObject("Shop.Order", "Order") },
        result: "$Order",
      },
      orderFields,
    ],
    [
      "an object with the members that were set, in their order",
      {
        returns: "Object(Shop.Order)",
        elements: {
          make: createObject("Shop.Order", "Order", {
            Number: "9007199254740993",
            Count: "7",
            Total: "12",
            Title: "'a' + 'b'",
            IsPaid: "1 < 2",
            State: "Shop.State.Closed",
            Placed: "empty",
          }),
        },
        result: "$Order",
      },
      {
        ...orderFields,
        Number: "9007199254740993",
        Count: 7,
        Total: "12",
        Title: "ab",
        IsPaid: true,
        State: "Closed",
        Placed: null,
      },
    ],
    [
      "an object of a specialization where the general one is returned",
      {
        returns: "Object(Shop.Order)",
        elements: { make: createObject("Shop.Rush", "Rush") },
        result: "$Rush",
      },
      { ...orderFields, $entity: "Shop.Rush", Deadline: null },
    ],
    [
      "an object changed after it was made",
      {
        returns: "Integer",
        elements: {
          make: createObject("Shop.Order", "Order", { Number: "1" }),
          change: changeObject("Order", { Number: "$Order/Number + 1" }),
          again: changeObject("Order", { Number: "$Order/Number * 10" }),
        },
        result: "$Order/Number",
      },
      20,
    ],
    [
      "a variable and what it was changed to",
      {
        returns: "String",
        elements: {
          make: createVariable("Text", "String", "'a'"),
          change: changeVariable("Text", "$Text + 'b'"),
        },
        result: "$Text",
      },
      "ab",
    ],
    [
      "empty for a variable without a value",
      { returns: "String", elements: { make: createVariable("Text", "String") }, result: "$Text" },
      null,
    ],
    [
      "an empty list that was created",
      {
        returns: "List(Shop.Order)",
        elements: { make: createList("Shop.Order", "Orders") },
        result: "$Orders",
      },
      [],
    ],
  ])("%s", async (_, microflow, expected) => {
    const { json, error } = await runFlow(microflow, { shop });
    expect(error).toBe(undefined);
    expect(json).toEqual(expected);
  });
});

test("regular expressions are there for the microflows that use them, also when they are called", async () => {
  const microflows: ModuleSketch["microflows"] = {
    Match: { returns: "Boolean", elements: {}, result: "isMatch('a1', '[a-z][0-9]')" },
  };
  const { json } = await runFlow(
    { returns: "Boolean", elements: { call: call("Shop.Match", {}, "Result") }, result: "$Result" },
    { shop: { microflows } },
  );
  expect(json).toBe(true);
});

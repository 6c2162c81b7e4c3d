import {
  call,
  changeObject,
  createObject,
  decision,
  end,
  type MicroflowSketch,
  type ModuleSketch,
} from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { runFlow } from "../../engine/engine.test-support.ts";
import { shop } from "./elements.test-support.ts";

describe("a call", () => {
  const microflows: ModuleSketch["microflows"] = {
    Double: { parameters: { Value: "Decimal" }, returns: "Decimal", elements: {}, result: "$Value * 2" },
    Change: {
      parameters: { Line: "Object(Shop.Line)", Amount: "Integer" },
      elements: { change: changeObject("Line", { Amount: "$Amount" }) },
    },
    Sum: {
      parameters: { Upto: "Integer" },
      returns: "Integer",
      elements: {
        check: decision("$Upto = 0"),
        zero: end("0"),
        call: call("Shop.Sum", { Upto: "$Upto - 1" }, "Rest"),
        end: end("$Upto + $Rest"),
      },
      flows: ["start > check", "check true> zero", "check false> call > end"],
    },
  };
  const withCalls = { ...shop, microflows };

  test.each<[string, MicroflowSketch, unknown]>([
    [
      "gives a result, with an Integer for a Decimal",
      {
        returns: "Decimal",
        elements: { call: call("Shop.Double", { Value: "4" }, "Result") },
        result: "$Result",
      },
      "8",
    ],
    ["may leave the result", { elements: { call: call("Shop.Double", { Value: "4" }) } }, null],
    [
      "gives objects by reference",
      {
        returns: "Integer",
        elements: {
          make: createObject("Shop.Line", "Line", { Amount: "1" }),
          call: call("Shop.Change", { Line: "$Line", Amount: "$Line/Amount + 1" }),
        },
        result: "$Line/Amount",
      },
      2,
    ],
    [
      "may call itself",
      {
        returns: "Integer",
        elements: { call: call("Shop.Sum", { Upto: "100" }, "Result") },
        result: "$Result",
      },
      5050,
    ],
  ])("%s", async (_, microflow, expected) => {
    const { json, error } = await runFlow(microflow, { shop: withCalls });
    expect(error).toBe(undefined);
    expect(json).toBe(expected);
  });

  test("inside a thousand others does not grow the stack", async () => {
    const { json } = await runFlow(
      {
        returns: "Integer",
        elements: { call: call("Shop.Sum", { Upto: "100000" }, "Result") },
        result: "$Result",
      },
      { shop: withCalls, limits: { callDepth: 200_000 } },
    );
    expect(json).toBe(5_000_050_000);
  });

  test("that fails says where, in the microflow that was called", async () => {
    const { outcome } = await runFlow(
      {
        elements: {
          make: createObject("Shop.Line", "Line"),
          call: call("Shop.Fail", { Line: "$Line" }),
        },
      },
      {
        shop: {
          ...shop,
          microflows: {
            Fail: {
              parameters: { Line: "Object(Shop.Line)" },
              elements: { change: changeObject("Line", { Amount: "$Line/Amount + 1" }) },
            },
          },
        },
      },
    );
    expect(outcome.status === "failed" && outcome.error.place).toMatchObject({
      microflow: "Shop.Fail",
      activity: "Shop.Fail.change",
      field: "members[0].value",
    });
  });
});

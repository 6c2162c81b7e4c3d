import { changeVariable, createVariable, decision, end, merge } from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { runFlow } from "../../engine/engine.test-support.ts";
import { shop } from "./elements.test-support.ts";

describe("a decision", () => {
  const paths = {
    a: end("'A'"),
    b: end("'B'"),
    c: end("'C'"),
  };
  const state = { parameters: { State: "Enumeration(Shop.State)" }, returns: "String", isBare: true };
  const flows = ["start > check", "check Open> a", "check Closed> b", "check (empty)> c"];
  const elements = { start: { kind: "start" }, check: decision("$State"), ...paths };

  test.each<[string | null, string]>([
    ["Open", "A"],
    ["Closed", "B"],
    [null, "C"],
  ])("on an enumeration takes the flow of %s", async (value, expected) => {
    const { json } = await runFlow({ ...state, elements, flows }, { shop, parameters: { State: value } });
    expect(json).toBe(expected);
  });

  test("takes one flow for several outcomes", async () => {
    const { a, b } = paths;
    const { json } = await runFlow(
      {
        ...state,
        elements: { start: elements.start, check: elements.check, a, b },
        flows: ["start > check", "check Open|(empty)> a", "check Closed> b"],
      },
      { shop, parameters: { State: null } },
    );
    expect(json).toBe("A");
  });

  test("on an empty Boolean is an error of the decision", async () => {
    const { error } = await runFlow(
      {
        parameters: { Flag: "Boolean" },
        returns: "String",
        isBare: true,
        elements: { start: elements.start, check: decision("$Flag"), a: paths.a, b: paths.b },
        flows: ["start > check", "check true> a", "check false> b"],
      },
      { shop, parameters: { Flag: null } },
    );
    expect(error).toEqual({ code: "empty-condition", activity: "Shop.Flow.check", field: "condition" });
  });
});

describe("a flow that leads back", () => {
  test("repeats what is between", async () => {
    const { json, outcome } = await runFlow({
      returns: "Integer",
      elements: {
        count: createVariable("Count", "Integer", "0"),
        again: merge,
        add: changeVariable("Count", "$Count + 1"),
        check: decision("$Count < 10"),
        end: end("$Count"),
      },
      flows: ["start > count > again > add > check", "check true> again", "check false> end"],
    });
    expect(json).toBe(10);
    expect(outcome.steps).toBe(22);
  });

  test("from merge to merge without anything between comes to the limit of steps", async () => {
    const { error } = await runFlow(
      {
        elements: { one: merge, two: merge, check: decision("1 = 1") },
        flows: ["start > check", "check true> one > two > one", "check false> end"],
      },
      { limits: { steps: 10_000 } },
    );
    expect(error).toMatchObject({ code: "step-limit" });
  });
});

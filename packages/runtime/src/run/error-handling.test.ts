import { defineActivity, fixed } from "@rivulet/activities";
import {
  call,
  changeObject,
  changeVariable,
  createObject,
  createVariable,
  decision,
  type ElementSketch,
  end,
  errorEvent,
  handling,
  log,
  loop,
  type MicroflowSketch,
  type ModuleSketch,
  merge,
  retrieve,
} from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { createEngine } from "../engine/create-engine.ts";
import { loadShop, observe, runFlow } from "../engine/engine.test-support.ts";
import { type Connector, implement } from "../ports/connector.ts";
import { FlowError } from "../ports/flow-error.ts";

const shop: ModuleSketch = {
  entities: {
    Order: { attributes: { Number: "Integer", Title: "String(5)" } },
    Line: { attributes: { Amount: "Integer" } },
  },
  associations: { Line_Order: "Line -> Order", Order_Bill: "Order <-> Line" },
  microflows: {
    Fails: { returns: "Integer", elements: {}, result: "parseInteger('x')" },
    Deep: { returns: "Integer", elements: { inner: call("Shop.Fails", {}, "R") }, result: "$R" },
    Raises: {
      isBare: true,
      returns: "Integer",
      elements: {
        start: { kind: "start" },
        inner: handling("customWithRollback", call("Shop.Fails", {}, "R")),
        say: log("'seen ' + $latestError/ErrorType"),
        raise: errorEvent,
        end: end("$R"),
      },
      flows: ["start > inner > end", "inner !> say > raise"],
    },
  },
};

const fails = createVariable("X", "Integer", "parseInteger('x')");
const custom = (element: ElementSketch) => handling("customWithRollback", element);
const run = (flow: MicroflowSketch) => runFlow(flow, { shop });

describe("an error handler", () => {
  test.each<[string, MicroflowSketch, unknown]>([
    [
      "is taken when its activity fails",
      {
        isBare: true,
        returns: "String",
        elements: {
          start: { kind: "start" },
          fails: custom(fails),
          good: end("toString($X)"),
          bad: end("$latestError/ErrorType"),
        },
        flows: ["start > fails > good", "fails !> bad"],
      },
      "not-readable",
    ],
    [
      "is not taken when its activity is done",
      {
        isBare: true,
        returns: "String",
        elements: {
          start: { kind: "start" },
          works: custom(createVariable("X", "Integer", "7")),
          good: end("toString($X)"),
          bad: end("$latestError/ErrorType"),
        },
        flows: ["start > works > good", "works !> bad"],
      },
      "7",
    ],
    [
      "of a decision is taken when its condition fails",
      {
        isBare: true,
        returns: "String",
        elements: {
          start: { kind: "start" },
          check: custom(decision("parseInteger('x') > 1")),
          good: end("'good'"),
          bad: end("'bad'"),
        },
        flows: ["start > check true|false> good", "check !> bad"],
      },
      "bad",
    ],
    [
      "of a call handles what nobody handled in the called microflows, and tells the way there",
      {
        isBare: true,
        returns: "String",
        elements: {
          start: { kind: "start" },
          call: custom(call("Shop.Deep", {}, "R")),
          good: end("''"),
          bad: end("$latestError/Stacktrace"),
        },
        flows: ["start > call > good", "call !> bad"],
      },
      [
        "Shop.Fails: end (Shop.Fails.end)",
        "Shop.Deep: microflowCall (Shop.Deep.inner)",
        "Shop.Flow: microflowCall (Shop.Flow.call)",
      ].join("\n"),
    ],
    [
      "may lead back to a merge, to try again",
      {
        returns: "Integer",
        elements: {
          count: createVariable("Count", "Integer", "0"),
          again: merge,
          fails: custom(createVariable("X", "Integer", "if $Count < 3 then parseInteger('x') else $Count")),
          more: changeVariable("Count", "$Count + 1"),
        },
        flows: ["start > count > again > fails > end", "fails !> more > again"],
        result: "$X",
      },
      3,
    ],
    [
      "in a loop leaves the other rounds as they are",
      {
        parameters: {},
        returns: "Integer",
        elements: {
          one: createObject("Shop.Order", "One", { Number: "1" }),
          list: { kind: "createList", fields: { entity: "Shop.Order", output: "L" } },
          add: { kind: "changeList", fields: { list: "L", operation: "add", value: "$One" } },
          more: { kind: "changeList", fields: { list: "L", operation: "add", value: "$One" } },
          sum: createVariable("Sum", "Integer", "0"),
          each: loop("L", "Item", {
            elements: {
              try: custom(
                createVariable("Y", "Integer", "if $currentIndex = 0 then parseInteger('x') else 5"),
              ),
              take: changeVariable("Sum", "$Sum + $Y"),
              failed: changeVariable("Sum", "$Sum + 100"),
            },
            flows: ["try > take", "try !> failed"],
          }),
        },
        result: "$Sum",
      },
      105,
    ],
  ])("%s", async (_, flow, expected) => {
    const { json, error } = await run(flow);
    expect(error).toBeUndefined();
    expect(json).toBe(expected);
  });

  test("handles only the errors of its own activity", async () => {
    const { error } = await run({
      elements: { works: custom(log("'a'")), fails, other: log("'b'") },
      flows: ["start > works > fails > end", "works !> other > end"],
    });
    expect(error).toMatchObject({ code: "not-readable", activity: "Shop.Flow.fails" });
  });

  test("that fails itself hands its error to the caller", async () => {
    const { error } = await run({
      elements: { fails: custom(fails), other: log("toString(1 div 0)") },
      flows: ["start > fails > end", "fails !> other > end"],
    });
    expect(error).toMatchObject({ code: "division-by-zero", activity: "Shop.Flow.other" });
  });
});

describe("an error event", () => {
  test("ends the microflow with the error that was handled as cause", async () => {
    const { outcome, error, log: lines } = await run({ elements: { call: call("Shop.Raises", {}, "R") } });
    expect(error).toMatchObject({ code: "not-readable", activity: "Shop.Raises.raise" });
    expect(lines.map(({ message }) => message)).toEqual(["seen not-readable"]);
    const failed = outcome.status === "failed" ? outcome.error.toJSON() : undefined;
    expect(failed?.cause).toMatchObject({ code: "not-readable", activity: "Shop.Fails.end" });
  });

  test("is an error that the caller can handle", async () => {
    const { json } = await run({
      isBare: true,
      returns: "String",
      elements: {
        start: { kind: "start" },
        call: custom(call("Shop.Raises", {}, "R")),
        good: end("''"),
        bad: end("$latestError/Message"),
      },
      flows: ["start > call > good", "call !> bad"],
    });
    expect(json).toContain("x");
  });
});

describe("Continue", () => {
  test("goes on with an empty result, and says so in the log", async () => {
    const { json, log: lines } = await run({
      returns: "Boolean",
      elements: { fails: handling("continue", fails) },
      result: "$X = empty",
    });
    expect(json).toBe(true);
    expect(lines).toMatchObject([{ level: "warning", element: "Shop.Flow.fails" }]);
    expect(lines[0]?.message).toContain("not-readable");
  });

  const rounds = (
    body: Parameters<typeof loop>[2],
    more: Partial<MicroflowSketch> = {},
  ): MicroflowSketch => ({
    returns: "Integer",
    elements: {
      one: createObject("Shop.Order", "One", { Number: "1" }),
      list: { kind: "createList", fields: { entity: "Shop.Order", output: "L" } },
      add: { kind: "changeList", fields: { list: "L", operation: "add", value: "$One" } },
      more: { kind: "changeList", fields: { list: "L", operation: "add", value: "$One" } },
      sum: createVariable("Sum", "Integer", "0"),
      each: handling("continue", loop("L", "Item", body)),
    },
    result: "$Sum",
    ...more,
  });

  test("of a loop ends the round that failed, not the loop", async () => {
    const { json } = await run(
      rounds({
        elements: {
          before: changeVariable("Sum", "$Sum + 1"),
          try: createVariable("Y", "Integer", "if $currentIndex = 0 then parseInteger('x') else 5"),
          after: changeVariable("Sum", "$Sum + $Y"),
        },
      }),
    );
    expect(json).toBe(7);
  });

  test("of a loop handles errors of loops and calls inside it", async () => {
    const inner = loop("L", "Deep", {
      elements: { before: changeVariable("Sum", "$Sum + 1"), call: call("Shop.Deep", {}, "R") },
    });
    const { json } = await run(rounds({ elements: { inner } }));
    expect(json).toBe(2);
  });
});

describe("what an activity did before it failed", () => {
  const orderOf = (result: string, change: ElementSketch): MicroflowSketch => ({
    returns: "String",
    elements: {
      order: createObject("Shop.Order", "Order", { Number: "1", Title: "'old'" }),
      change: custom(change),
      handled: log("$latestError/ErrorType"),
      join: merge,
    },
    flows: ["start > order > change > join > end", "change !> handled > join"],
    result,
  });

  test("is undone: no member of a change that fails is set", async () => {
    const change = changeObject("Order", { Number: "2", Title: "'too long'" });
    const { json } = await run(orderOf("toString($Order/Number) + $Order/Title", change));
    expect(json).toBe("1old");
  });

  test("is undone: an object that could not be made is linked to nothing", async () => {
    const make = createObject("Shop.Line", "Line", {
      "Shop.Line_Order": "$Order",
      Amount: "parseInteger('x')",
    });
    const { json, log: lines } = await run({
      ...orderOf("toString(length($Lines))", make),
      elements: {
        order: createObject("Shop.Order", "Order"),
        change: custom(make),
        handled: log("$latestError/ErrorType"),
        lines: retrieve("Order", { association: "Shop.Line_Order", end: "target" }, "Lines"),
        join: merge,
      },
      flows: ["start > order > change > join > lines > end", "change !> handled > join"],
    });
    expect(lines.map(({ message }) => message)).toEqual(["not-readable"]);
    expect(json).toBe("0");
  });

  test("is undone: a partner that was given up for the change comes back", async () => {
    const { json } = await run({
      returns: "Boolean",
      elements: {
        bill: createObject("Shop.Line", "Bill", { Amount: "1" }),
        first: createObject("Shop.Order", "First", { "Shop.Order_Bill": "$Bill" }),
        second: createObject("Shop.Order", "Second"),
        change: custom(changeObject("Second", { "Shop.Order_Bill": "$Bill", Title: "'too long'" })),
        handled: log("''"),
        join: merge,
      },
      flows: ["start > bill > first > second > change > join > end", "change !> handled > join"],
      result: "$First/Shop.Order_Bill = $Bill and $Second/Shop.Order_Bill = empty",
    });
    expect(json).toBe(true);
  });

  test.each(["customWithRollback", "customWithoutRollback"] as const)(
    "by activities before it stays: objects in memory are not rolled back (%s)",
    async (kind) => {
      const { json } = await run({
        returns: "Integer",
        elements: {
          order: createObject("Shop.Order", "Order", { Number: "1" }),
          change: changeObject("Order", { Number: "2" }),
          fails: handling(kind, fails),
          handled: log("''"),
          join: merge,
        },
        flows: ["start > order > change > fails > join > end", "fails !> handled > join"],
        result: "$Order/Number",
      });
      expect(json).toBe(2);
    },
  );
});

describe("what no error handler stops", () => {
  const endless: MicroflowSketch = {
    elements: { again: merge, fails: custom(fails), other: log("''") },
    flows: ["start > again > fails > end", "fails !> other > again"],
  };

  test("a limit, also in a microflow that is called", async () => {
    const flow: MicroflowSketch = {
      elements: { call: custom(call("Shop.Endless")), other: log("'caught'") },
      flows: ["start > call > end", "call !> other > end"],
    };
    const { error, log: lines } = await runFlow(flow, {
      shop: { ...shop, microflows: { ...shop.microflows, Endless: endless } },
      limits: { steps: 2_000 },
    });
    expect(error?.code).toBe("step-limit");
    expect(lines.some(({ message }) => message === "caught")).toBe(false);
  });

  test("a cancel, and errors for ever leave others their turn", async () => {
    const cancel = new AbortController();
    setImmediate(() => cancel.abort());
    const { outcome } = await runFlow(endless, { shop, signal: cancel.signal });
    expect(outcome.status).toBe("cancelled");
  });
});

/** An activity that fails as it is told, at once or later. */
const attempt = defineActivity({
  kind: "Sample.Try",
  label: "Try",
  group: "call",
  icon: "circle",
  summary: "Tries.",
  documentation: "Tries.",
  subtitle: "",
  fields: [
    {
      name: "code",
      kind: "expression",
      label: "Code",
      documentation: "",
      isRequired: false,
      expected: [fixed({ kind: "string" })],
    },
  ],
  namedOutcomes: [
    { name: "conditionFailed", label: "Condition failed", documentation: "", errors: ["condition-failed"] },
    { name: "throttled", label: "Throttled", documentation: "", errors: ["too-fast", "too-much"] },
  ],
});

const trying: Connector = {
  module: { name: "Sample", version: "1.0.0", records: [] },
  activities: [attempt],
  executors: [
    implement(attempt, async ({ code }) => {
      if (code !== null) throw new FlowError({ code, message: "No." });
      return null;
    }),
  ],
  effects: {},
};

describe("a named outcome", () => {
  const flows = ["start > try > done", "try conditionFailed> condition", "try throttled> slow"];
  const trial = (code: string, more: readonly string[] = flows): MicroflowSketch => ({
    isBare: true,
    returns: "String",
    elements: {
      start: { kind: "start" },
      try: { kind: attempt.kind, fields: { code }, errorHandling: "customWithRollback" },
      done: end("'done'"),
      condition: end("'condition'"),
      slow: end("'slow'"),
      error: end("$latestError/ErrorType"),
    },
    flows: [...more, "try !> error"],
  });
  const outcomeOf = async (flow: MicroflowSketch) => {
    const sample = loadShop({ microflows: { Flow: flow } }, createEngine({ connectors: [trying] }));
    return (await observe(sample, "Shop.Flow")).json;
  };

  test.each([
    ["empty", "done"],
    ["'condition-failed'", "condition"],
    ["'too-fast'", "slow"],
    ["'too-much'", "slow"],
    ["'other'", "other"],
  ])("of the error %s is taken", async (code, expected) => {
    expect(await outcomeOf(trial(code))).toBe(expected);
  });

  test("that is not drawn is an error", async () => {
    expect(
      await outcomeOf(trial("'too-fast'", ["start > try > done", "try conditionFailed> condition"])),
    ).toBe("too-fast");
  });
});

import {
  call,
  changeList,
  changeObject,
  changeVariable,
  createList,
  createObject,
  createVariable,
  decision,
  handling,
  log,
  loop,
  type MicroflowSketch,
  type ModuleSketch,
  merge,
} from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { loadShop, plainSettings } from "../engine/engine.test-support.ts";
import type { RunTrace } from "../wire/run-trace.ts";

const entities = { Order: { attributes: { Number: "Long" } } };

async function traceOf(
  flow: MicroflowSketch,
  others: NonNullable<ModuleSketch["microflows"]> = {},
): Promise<RunTrace> {
  const { engine, project } = loadShop({ entities, microflows: { ...others, Flow: flow } });
  const handle = engine.start(project, "Shop.Flow", { settings: plainSettings, trace: true });
  await handle.outcome;
  const trace = handle.trace();
  if (!trace) throw new Error("The run was traced, but has no trace.");
  return trace;
}

const stepsOf = (trace: RunTrace) => trace.steps.map(({ element }) => element.replace("Shop.Flow.", ""));

describe("a trace", () => {
  test("is there only for a run that asked for it", async () => {
    const { engine, project } = loadShop({ microflows: { Flow: { elements: {} } } });
    const handle = engine.start(project, "Shop.Flow", { settings: plainSettings });
    await handle.outcome;
    expect(handle.trace()).toBeUndefined();
  });

  test("tells each element in order, and the variables that it made and changed", async () => {
    const trace = await traceOf({
      returns: "Integer",
      elements: {
        make: createVariable("Count", "Integer", "1"),
        raise: changeVariable("Count", "$Count + 1"),
      },
      result: "$Count",
    });
    expect(stepsOf(trace)).toEqual(["make", "raise", "end"]);
    expect(trace.steps.map(({ variables }) => variables)).toEqual([
      [{ name: "Count", type: "Integer", after: 1, isChanged: true }],
      [{ name: "Count", type: "Integer", before: 1, after: 2, isChanged: true }],
      [{ name: "Count", type: "Integer", after: 2, isChanged: false }],
    ]);
    expect(Object.values(trace.elements).map(({ order, count, status }) => [order, count, status])).toEqual([
      [1, 1, "done"],
      [2, 1, "done"],
      [3, 1, "done"],
    ]);
    expect(Object.values(trace.flows)).toEqual([1, 1, 1]);
  });

  test("shows a change inside an object as a change of its variable", async () => {
    const trace = await traceOf({
      elements: {
        make: createObject("Shop.Order", "Order"),
        change: changeObject("Order", { Number: "7" }),
      },
    });
    const [variable] = trace.steps[1]?.variables ?? [];
    expect(variable).toMatchObject({ isChanged: true, before: { Number: null }, after: { Number: 7 } });
  });

  test("counts rounds of a loop and the ways that decisions took", async () => {
    const one = createObject("Shop.Order", "First", { Number: "1" });
    const two = createObject("Shop.Order", "Second", { Number: "2" });
    const body = {
      elements: {
        check: decision("$Each/Number > 1"),
        raise: changeVariable("Sum", "$Sum + $Each/Number"),
        over: merge,
      },
      flows: ["check true> raise > over", "check false> over"],
    };
    const trace = await traceOf({
      returns: "Long",
      elements: {
        sum: createVariable("Sum", "Long", "0"),
        one,
        two,
        list: createList("Shop.Order", "Orders"),
        addOne: changeList("Orders", "add", "$First"),
        addTwo: changeList("Orders", "add", "$Second"),
        loop: loop("Orders", "Each", body),
      },
      result: "$Sum",
    });
    const counts = Object.entries(trace.elements).map(([id, { count }]) => [id.split(".").at(-1), count]);
    expect(Object.fromEntries(counts)).toMatchObject({ loop: 1, check: 2, raise: 1, end: 1 });
    const taken = Object.values(trace.flows);
    expect(taken.filter((count) => count === 1)).toHaveLength(taken.length);
    expect(taken).toHaveLength(11);
  });

  test("follows calls, and knows the result after them", async () => {
    const inner: MicroflowSketch = {
      parameters: { By: "Integer" },
      returns: "Integer",
      elements: {},
      result: "$By * 2",
    };
    const trace = await traceOf(
      { returns: "Integer", elements: { call: call("Shop.Inner", { By: "21" }, "Twice") }, result: "$Twice" },
      { Inner: inner },
    );
    expect(trace.steps.map(({ element, depth }) => [element, depth])).toEqual([
      ["Shop.Inner.end", 2],
      ["Shop.Flow.call", 1],
      ["Shop.Flow.end", 1],
    ]);
    expect(trace.steps[1]?.variables).toEqual([
      { name: "Twice", type: "Integer", after: 42, isChanged: true },
    ]);
  });

  test("ends at the activity that failed, with the values there, and the calls to it", async () => {
    const inner: MicroflowSketch = {
      parameters: { By: "Integer" },
      returns: "Decimal",
      elements: {},
      result: "1 div $By",
    };
    const trace = await traceOf(
      { returns: "Decimal", elements: { call: call("Shop.Inner", { By: "0" }, "Part") }, result: "$Part" },
      { Inner: inner },
    );
    expect(trace.steps.map(({ element, status }) => [element, status])).toEqual([
      ["Shop.Inner.end", "failed"],
      ["Shop.Flow.call", "failed"],
    ]);
    expect(trace.steps[0]?.variables).toMatchObject([{ name: "By", after: 0 }]);
    expect(trace.elements["Shop.Flow.end"]).toBeUndefined();
  });

  test("shows an error that was handled, where it came from, and the flow that was taken", async () => {
    const inner: MicroflowSketch = { returns: "Integer", elements: {}, result: "parseInteger('x')" };
    const trace = await traceOf(
      {
        elements: {
          call: handling("customWithRollback", call("Shop.Inner", {}, "R")),
          say: log("$latestError/Message"),
          join: merge,
        },
        flows: ["start > call > join > end", "call !> say > join"],
      },
      { Inner: inner },
    );
    const code = "not-readable";
    expect(trace.steps.map(({ element, status, error }) => [element, status, error])).toMatchObject([
      ["Shop.Inner.end", "failed", { code }],
      ["Shop.Flow.call", "handled", { code, handledBy: "errorHandler" }],
      ["Shop.Flow.say", "done", undefined],
      ["Shop.Flow.end", "done", undefined],
    ]);
    expect(trace.steps[0]?.error?.handledBy).toBeUndefined();
    const error = trace.steps[2]?.variables.find(({ name }) => name === "latestError");
    expect(error).toMatchObject({ type: "Object(System.Error)", after: { ErrorType: code } });
    expect(trace.flows).toEqual({
      "Shop.Flow.flow1": 1,
      "Shop.Flow.flow4": 1,
      "Shop.Flow.flow5": 1,
      "Shop.Flow.flow3": 1,
      "Shop.Inner.flow1": 1,
    });
  });

  test("keeps few of the errors that are handled again and again", async () => {
    const trace = await traceOf({
      elements: {
        count: createVariable("Count", "Integer", "0"),
        again: merge,
        raise: changeVariable("Count", "$Count + 1"),
        fails: handling("customWithRollback", createVariable("X", "Integer", "parseInteger('x')")),
        check: decision("$Count < 2000"),
      },
      flows: [
        "start > count > again > raise > fails > end",
        "fails !> check true> again",
        "check false> end",
      ],
    });
    expect(trace.elements["Shop.Flow.fails"]?.count).toBe(2000);
    expect(trace.steps.length).toBeLessThanOrEqual(401);
  });

  test("stays small whatever the run does", async () => {
    const trace = await traceOf({
      returns: "Integer",
      elements: {
        count: createVariable("Count", "Integer", "0"),
        again: merge,
        raise: changeVariable("Count", "$Count + 1"),
        check: decision("$Count < 5000"),
        done: merge,
      },
      flows: ["start > count > again > raise > check", "check true> again", "check false> done > end"],
      result: "$Count",
    });
    expect(trace.stepCount).toBe(10_002);
    expect(trace.elements["Shop.Flow.raise"]?.count).toBe(5000);
    expect(Math.max(...Object.values(trace.flows))).toBe(5000);
    expect(trace.steps.length).toBeLessThan(100);
    expect(trace.steps.at(-1)?.element).toBe("Shop.Flow.end");
  });

  test("cuts long texts and lists", async () => {
    const trace = await traceOf({
      elements: {
        text: createVariable("Text", "String", `'${"x".repeat(5000)}'`),
        use: changeVariable("Text", "$Text"),
      },
    });
    expect(JSON.stringify(trace.steps[0]).length).toBeLessThan(1500);
  });
});

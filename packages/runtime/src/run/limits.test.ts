import {
  call,
  changeList,
  changeVariable,
  createList,
  createObject,
  createVariable,
  decision,
  end,
  type MicroflowSketch,
  type ModuleSketch,
  merge,
} from "@rivulet/testkit";
import { describe, expect, test, vi } from "vitest";
import { loadShop, plainSettings, runFlow } from "../engine/engine.test-support.ts";
import { defaultRunLimits, limitNames, limitTable, resolveLimits } from "./limits.ts";

/** Counts for ever. */
const endless: MicroflowSketch = {
  elements: {
    count: createVariable("Count", "Integer", "0"),
    again: merge,
    add: changeVariable("Count", "$Count + 1"),
  },
  flows: ["start > count > again > add > again"],
};

/** Counts to a number. */
function counting(upto: number): MicroflowSketch {
  return {
    returns: "Integer",
    elements: {
      count: createVariable("Count", "Integer", "0"),
      again: merge,
      add: changeVariable("Count", "$Count + 1"),
      check: decision(`$Count < ${upto}`),
      end: end("$Count"),
    },
    flows: ["start > count > again > add > check", "check true> again", "check false> end"],
  };
}

const lists: ModuleSketch = {
  entities: { Line: { attributes: { Amount: "Long" } } },
  microflows: { Self: { elements: { call: call("Shop.Self") } } },
};

const growing: MicroflowSketch = {
  elements: {
    lines: createList("Shop.Line", "Lines"),
    line: createObject("Shop.Line", "Line"),
    again: merge,
    add: changeList("Lines", "add", "$Line"),
  },
  flows: ["start > lines > line > again > add > again"],
};

const doubling: MicroflowSketch = {
  elements: {
    ...growing.elements,
    first: changeList("Lines", "add", "$Line"),
    add: changeList("Lines", "add", "$Lines"),
  },
  flows: ["start > lines > line > first > again > add > again"],
};

/** Makes objects for ever and keeps none. */
const creating: MicroflowSketch = {
  elements: { again: merge, line: createObject("Shop.Line", "Line") },
  flows: ["start > again > line > again"],
};

describe("a run that goes beyond a limit fails", () => {
  test.each<[string, MicroflowSketch, Parameters<typeof runFlow>[1], string, string]>([
    ["steps", endless, { limits: { steps: 100_001 } }, "step-limit", "100,001 steps"],
    [
      "callDepth",
      { elements: { call: call("Shop.Self") } },
      { shop: lists, limits: { callDepth: 50 } },
      "call-depth-limit",
      "50 calls",
    ],
    ["wallClock", endless, { limits: { wallClock: 30 } }, "time-limit", "30 ms"],
    ["listSize", growing, { shop: lists, limits: { listSize: 1_000 } }, "list-limit", "1,000 objects"],
    ["listSize", doubling, { shop: lists, limits: { listSize: 1_000 } }, "list-limit", "1,000 objects"],
    ["objects", creating, { shop: lists, limits: { objects: 1_000 } }, "object-limit", "1,000 objects"],
  ])("%s", async (name, microflow, options, code, value) => {
    const { outcome } = await runFlow(microflow, options);
    if (outcome.status !== "failed") throw new Error(outcome.status);
    const { error } = outcome;
    expect(error.code).toBe(code);
    expect(error.message).toContain(`the limit ${name}: ${value}`);
    expect(error.message).toContain(`limits.${name}`);
    expect(error.details).toMatchObject({ limit: name });
    expect(error.place.activity).toBeDefined();
  });

  test("after exactly as many steps as it may have", async () => {
    const { outcome } = await runFlow(endless, { limits: { steps: 5_000 } });
    expect(outcome.steps).toBe(5_000);
  });

  test("but not when it ends with its last step", async () => {
    const { outcome } = await runFlow(counting(1_000), { limits: { steps: 2_002 } });
    expect(outcome).toMatchObject({ status: "completed", steps: 2_002 });
    const { outcome: shorter } = await runFlow(counting(1_000), { limits: { steps: 2_001 } });
    expect(shorter).toMatchObject({ status: "failed", steps: 2_001 });
  });

  test("but not within the default limits: a loop of 1,000,000 rounds comes to its end", async () => {
    const { json } = await runFlow(counting(1_000_000));
    expect(json).toBe(1_000_000);
  });

  test("in a microflow that was called just as well", async () => {
    const { error } = await runFlow(
      { elements: { call: call("Shop.Endless") } },
      { shop: { microflows: { Endless: endless } }, limits: { steps: 1_000 } },
    );
    expect(error).toMatchObject({ code: "step-limit", activity: "Shop.Endless.add" });
  });
});

describe("the limits of a run", () => {
  test("are the defaults, unless the project sets them, unless the run does", () => {
    expect(resolveLimits()).toEqual(defaultRunLimits);
    expect(resolveLimits({ steps: 7, callDepth: 8 }, { steps: 9 })).toEqual({
      ...defaultRunLimits,
      steps: 9,
      callDepth: 8,
    });
  });

  test("are not set to anything that is no limit", () => {
    expect(resolveLimits({ steps: 0, callDepth: -1 }, { listSize: Number.NaN })).toEqual(defaultRunLimits);
  });

  test("have a code of their own each", () => {
    const codes = limitNames.map((name) => limitTable[name].errorCode);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe("a run under way", () => {
  test("lets others have their turn", async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await runFlow(counting(300_000));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
  });

  test("lets others have their turn in the midst of long operations on lists", async () => {
    const removing: MicroflowSketch = {
      elements: {
        ...doubling.elements,
        big: decision("length($Lines) < 100000"),
        other: createObject("Shop.Line", "Other"),
        once: merge,
        miss: changeList("Lines", "remove", "$Other"),
      },
      flows: [
        "start > lines > line > first > again > add > big",
        "big true> again",
        "big false> other > once > miss > once",
      ],
    };
    const turns: number[] = [];
    const timer = setInterval(() => turns.push(performance.now()), 1);
    await runFlow(removing, { shop: lists, limits: { steps: 3_000 } });
    clearInterval(timer);
    expect(turns.length).toBeGreaterThan(3);
  });

  test("is cancelled by its signal", async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 5);
    const { outcome } = await runFlow(endless, { signal: controller.signal });
    expect(outcome.status).toBe("cancelled");
    expect(outcome.status === "cancelled" && outcome.error.toJSON()).toMatchObject({
      code: "cancelled",
      microflow: "Shop.Flow",
      activity: "Shop.Flow.add",
    });
  });

  test("does not begin when its signal was aborted before", async () => {
    const { outcome } = await runFlow(endless, { signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ status: "cancelled", steps: 0 });
  });

  test("is cancelled by its handle, and stays cancelled", async () => {
    const { engine, project } = loadShop({ microflows: { Endless: endless } });
    const handle = engine.start(project, "Shop.Endless", { settings: plainSettings });
    expect(engine.runs.find(handle.id)?.status).toBe("running");
    expect(engine.runs.cancel(handle.id)).toBe(true);
    expect((await handle.outcome).status).toBe("cancelled");
    handle.cancel();
    expect(engine.runs.cancel(handle.id)).toBe(false);
    expect(engine.runs.find(handle.id)?.status).toBe("cancelled");
  });

  test("leaves no listener at its signal when it is over", async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    await runFlow(counting(10), { signal });
    expect(added).toHaveBeenCalledOnce();
    expect(removed).toHaveBeenCalledWith(...(added.mock.calls[0]?.slice(0, 2) ?? []));
  });
});

import { defineActivity, fixed } from "@rivulet/activities";
import type { JsonValue } from "@rivulet/model";
import type { ElementSketch, MicroflowSketch, ModuleSketch } from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { type ActivityExecutor, type Connector, implement } from "../ports/connector.ts";
import type { EffectHandler } from "../ports/effect-port.ts";
import { FlowError } from "../ports/flow-error.ts";
import type { RunOptions } from "../run/run.ts";
import { createEngine } from "./create-engine.ts";
import { loadShop, observe } from "./engine.test-support.ts";

/** An activity with a field of each kind that a connector can use. */
const ask = defineActivity({
  kind: "Sample.Ask",
  label: "Ask",
  group: "call",
  icon: "circle",
  summary: "Asks.",
  documentation: "Asks.",
  subtitle: "",
  fields: [
    {
      name: "question",
      kind: "expression",
      label: "Question",
      documentation: "",
      isRequired: true,
      expected: [fixed({ kind: "string" })],
    },
    {
      name: "orders",
      kind: "variable",
      label: "Orders",
      documentation: "",
      isRequired: false,
      accepts: "list",
    },
    {
      name: "mode",
      kind: "choice",
      label: "Mode",
      documentation: "",
      isRequired: true,
      initialValue: "quick",
      options: [
        { value: "quick", label: "Quick", documentation: "" },
        { value: "slow", label: "Slow", documentation: "" },
      ],
    },
    {
      name: "patience",
      kind: "expression",
      label: "Patience",
      documentation: "",
      isRequired: false,
      expected: [fixed({ kind: "integer" })],
      visibleWhen: { field: "mode", isOneOf: ["slow"] },
    },
    {
      name: "output",
      kind: "newVariable",
      label: "Answer",
      documentation: "",
      isRequired: false,
      type: fixed({ kind: "string" }),
      suggestion: { one: "Answer", many: "Answers" },
      scope: "after",
    },
  ],
});

const shop: ModuleSketch = {
  entities: { Order: { attributes: { Number: "Long" } }, Line: { attributes: { Amount: "Long" } } },
  associations: { Line_Order: "Line -> Order" },
};

function sampleConnector(
  executor: ActivityExecutor["execute"],
  effects: Readonly<Record<string, EffectHandler>> = {},
): Connector {
  return {
    module: { name: "Sample", version: "1.0.0", records: [] },
    activities: [ask],
    executors: [{ kind: ask.kind, execute: executor }],
    effects,
  };
}

function asking(fields: ElementSketch["fields"]): MicroflowSketch {
  const element = {
    kind: ask.kind,
    fields: { question: "'why'", mode: "quick", output: "Answer", ...fields },
  };
  return { returns: "String", elements: { ask: element }, result: "$Answer" };
}

async function runAsk(
  connector: Connector,
  fields: ElementSketch["fields"] = {},
  options: Partial<RunOptions> = {},
) {
  const engine = createEngine({ connectors: [connector] });
  return observe(loadShop({ ...shop, microflows: { Flow: asking(fields) } }, engine), "Shop.Flow", options);
}

describe("the implementation of an activity", () => {
  test("gets its fields evaluated, those that are not shown empty, and gives the new variable", async () => {
    let seen: unknown;
    const connector = sampleConnector((inputs) => {
      seen = inputs;
      return "because";
    });
    const { json } = await runAsk(connector, { question: "'why ' + 1", patience: "3" });
    expect(json).toBe("because");
    expect(seen).toEqual({ question: "why 1", orders: null, mode: "quick", patience: null });
    await runAsk(connector, { mode: "slow", patience: "3" });
    expect(seen).toMatchObject({ mode: "slow", patience: 3 });
  });

  test("is typed by its definition", () => {
    const executor = implement(ask, ({ question, mode, patience }) => {
      const text: string | null = question;
      const choice: string = mode;
      const number: number | bigint | null = patience;
      return `${text}${choice}${number}`;
    });
    expect(executor.kind).toBe("Sample.Ask");
  });

  test("may answer later", async () => {
    const connector = sampleConnector(async ({ question }) => {
      await new Promise((resolve) => void setTimeout(resolve, 1));
      return `${String(question)}?`;
    });
    expect((await runAsk(connector)).json).toBe("why?");
  });

  test("makes objects and links them", async () => {
    const connector = sampleConnector((_, { create, link, linked }) => {
      const order = create("Shop.Order");
      const [first, second] = [create("Shop.Line"), create("Shop.Line")];
      link("Shop.Line_Order", first, order);
      link("Shop.Line_Order", second, order);
      const isSame = linked("Shop.Line_Order", order)[1] === second;
      return `${isSame} ${linked("Shop.Line_Order", first).length}`;
    });
    expect((await runAsk(connector)).json).toBe("true 1");
  });

  test("writes to the log of the run, with its place", async () => {
    const connector = sampleConnector((_, { log }) => {
      log({ level: "info", node: "Sample", message: "asked", at: 5 });
      return null;
    });
    const { log } = await runAsk(connector);
    expect(log).toEqual([
      {
        level: "info",
        node: "Sample",
        message: "asked",
        at: 5,
        microflow: "Shop.Flow",
        element: "Shop.Flow.ask",
      },
    ]);
  });

  test.each<[string, () => never, object]>([
    [
      "a failure of its own with the place where it happened",
      () => {
        throw new FlowError({ code: "no-answer", message: "Nobody answers.", isRetryable: true });
      },
      { code: "no-answer", isRetryable: true, activity: "Shop.Flow.ask", microflow: "Shop.Flow" },
    ],
    [
      "an unforeseen one as an internal error",
      () => {
        throw new TypeError("x is undefined");
      },
      { code: "internal-error", activity: "Shop.Flow.ask", cause: { message: "x is undefined" } },
    ],
  ])("fails with %s", async (_, fail, expected) => {
    for (const executor of [fail, async () => fail()]) {
      const { outcome } = await runAsk(sampleConnector(executor));
      expect(outcome.status === "failed" && outcome.error.toJSON()).toMatchObject(expected);
    }
  });

  test("is not waited for when the run is cancelled or out of time", async () => {
    const never = sampleConnector(() => new Promise(() => undefined));
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 5);
    const cancelled = await runAsk(never, {}, { signal: controller.signal });
    expect(cancelled.outcome.status).toBe("cancelled");
    const late = await runAsk(never, {}, { limits: { wallClock: 10 } });
    expect(late.error).toMatchObject({ code: "time-limit", activity: "Shop.Flow.ask" });
  });

  test("is told by its signal when the run ends", async () => {
    const controller = new AbortController();
    let reason: unknown;
    const connector = sampleConnector(
      (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => {
            reason = signal.reason;
            reject(new Error("aborted"));
          });
          setTimeout(() => controller.abort(), 1);
        }),
    );
    const { outcome } = await runAsk(connector, {}, { signal: controller.signal });
    expect(outcome.status).toBe("cancelled");
    expect(reason).toMatchObject({ code: "cancelled" });
  });
});

describe("effects", () => {
  const twice: ActivityExecutor["execute"] = async (_, { effect }) => {
    const first = await effect("Sample.Ask", { text: "a" });
    const second = await effect("Sample.Ask", { text: "b" });
    return `${String(first)}${String(second)}`;
  };

  test("are done by the connector, with the means of the run", async () => {
    const connector = sampleConnector(twice, {
      "Sample.Ask": async (request, { signal, secrets }) => {
        const { text } = request as { text: string };
        return `${text}${signal.aborted}${secrets.open(secrets.keep({ key: text }))["key"] ?? ""};`;
      },
    });
    expect((await runAsk(connector)).json).toBe("afalsea;bfalseb;");
  });

  test("can be done by somebody else, who gets a key that is the same in every repetition", async () => {
    const calls: [string, JsonValue, string][] = [];
    const call = (kind: string, request: JsonValue, key: string) => {
      calls.push([kind, request, key]);
      return "x";
    };
    const { json } = await runAsk(sampleConnector(twice), {}, { effects: { call } });
    expect(json).toBe("xx");
    expect(calls).toEqual([
      ["Sample.Ask", { text: "a" }, "Shop.Flow.ask#1"],
      ["Sample.Ask", { text: "b" }, "Shop.Flow.ask#2"],
    ]);
  });

  test("that no connector does are an error", async () => {
    expect((await runAsk(sampleConnector(twice))).error).toMatchObject({ code: "internal-error" });
  });
});

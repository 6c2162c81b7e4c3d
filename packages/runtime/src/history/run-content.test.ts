import type { JsonObject, JsonValue } from "@rivulet/model";
import { changeList, createList, createObject, createVariable, log, loop } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { loadShop, plainSettings } from "../engine/engine.test-support.ts";
import type { RunContent } from "../ports/run-store.ts";
import type { RunOptions } from "../run/run.ts";
import { partSizes } from "./run-content.ts";

const secret = "wJalrXUtnFEMI";

const { engine, project } = loadShop({
  constants: { Key: { type: "String", isSecret: true } },
  entities: { Line: { attributes: { Text: "String" } } },
  microflows: {
    Echo: {
      parameters: { Text: "String" },
      returns: "String",
      elements: { note: log("$Text") },
      result: "$Text",
    },
    Reveal: { returns: "String", elements: {}, result: "@Shop.Key" },
    Fail: {
      parameters: { Text: "String" },
      returns: "Integer",
      elements: { none: createVariable("None", "Integer", "parseInteger($Text)") },
      result: "$None",
    },
    Take: { parameters: { Line: "Object(Shop.Line)" }, elements: {} },
    Many: {
      parameters: { Lines: "List(Shop.Line)" },
      returns: "List(Shop.Line)",
      elements: {
        list: createList("Shop.Line", "Copies"),
        each: loop("Lines", "Line", {
          elements: {
            copy: createObject("Shop.Line", "Copy", { Text: "$Line/Text" }),
            add: changeList("Copies", "add", "$Copy"),
          },
        }),
      },
      result: "$Copies",
    },
  },
});

/** What is kept of a run when it has ended. */
async function kept(
  microflow: string,
  parameters: JsonObject,
  more: Partial<RunOptions> = {},
): Promise<RunContent> {
  const found: RunContent[] = [];
  const stop = engine.runs.watch(({ kind, content }) => kind === "ended" && found.push(content()));
  const settings = { ...plainSettings, constant: () => secret };
  await engine.run(project, `Shop.${microflow}`, { settings, parameters, ...more });
  stop();
  const [content] = found;
  if (!content) throw new Error("The run has not ended.");
  return content;
}

test("a run is kept with what it took, what it gave and what it did", async () => {
  const content = await kept("Echo", { Text: "hello" }, { trace: true });
  expect(content).toMatchObject({
    parameters: { Text: "hello" },
    result: "hello",
    error: null,
    log: [{ message: "hello" }],
    trace: { stepCount: 2 },
    cut: [],
    redacted: [],
  });
});

test("a run that is not traced, and one that returns nothing, are kept all the same", async () => {
  expect(await kept("Take", { Line: null })).toMatchObject({ result: null, trace: null, cut: [] });
});

test("secrets are hidden in every part, and the part says so", async () => {
  const text = `<${secret}>`;
  const echoed = await kept("Echo", { Text: text }, { trace: true });
  expect(echoed).toMatchObject({ parameters: { Text: "<(secret)>" }, result: "<(secret)>" });
  expect(echoed.redacted).toEqual(["parameters", "result", "log", "trace"]);
  const failed = await kept("Fail", { Text: text }, { trace: true });
  expect(failed.error).not.toBeNull();
  expect(failed.redacted).toContain("parameters");
  expect((await kept("Reveal", {})).result).toBe("(secret)");
  expect(JSON.stringify([echoed, failed])).not.toContain(secret);
});

const size = (value: unknown) => JSON.stringify(value).length;

test("each part has a size that it may have, and says when something is left out", async () => {
  const Text = "x".repeat(300_000);
  const content = await kept("Echo", { Text }, { trace: true });
  expect(content.cut).toEqual(["parameters", "result", "log"]);
  expect((content.parameters as { Text: string }).Text).toMatch(/^x{2000} … \(298000 more characters\)$/);
  expect(size(content.parameters)).toBeLessThan(partSizes.parameters);
  expect(size(content.result)).toBeLessThan(partSizes.result);
});

test("a long list keeps its first items and says how many there were", async () => {
  const lines = Array.from({ length: 3_000 }, (_, at) => ({ $entity: "Shop.Line", Text: `line ${at}` }));
  const { result, cut, parameters } = await kept("Many", { Lines: lines });
  const items = result as readonly JsonObject[];
  expect(items[0]).toMatchObject({ Text: "line 0" });
  expect(items.at(-1)).toEqual({ $cut: 3_000 - 1_000 });
  expect(cut).toEqual(["parameters", "result"]);
  expect(size(parameters)).toBeLessThan(partSizes.parameters);
});

test("what cannot be made small enough leaves a mark that there was something", async () => {
  const wide: Record<string, JsonValue> = {};
  for (let at = 0; at < 100_000; at += 1) wide[`name${at}`] = at;
  const { boundedJson } = await import("./bounded-json.ts");
  expect(boundedJson(wide, 1_000)).toEqual({ value: { $cut: 1 }, isCut: true });
});

test("arguments that are values are kept, but objects of a session only by their entity", async () => {
  expect(await kept("Echo", {}, { values: { Text: "typed" } })).toMatchObject({
    parameters: { Text: "typed" },
    cut: [],
  });
});

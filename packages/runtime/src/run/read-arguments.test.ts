import type { JsonValue } from "@rivulet/model";
import type { MicroflowSketch } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { loadShop, observe, runFlow } from "../engine/engine.test-support.ts";
import { ProblemsError } from "../engine/problems-error.ts";

const microflow: MicroflowSketch = {
  parameters: { Text: "String", Orders: "List(Shop.Order)" },
  returns: "String",
  elements: {},
  result: "$Text + length($Orders)",
};
const shop = { entities: { Order: { attributes: { Count: "Integer" } } }, microflows: { Flow: microflow } };

/** What is wrong, each problem with its place; the code of the error first. */
async function problemsOf(parameters: Readonly<Record<string, JsonValue>>): Promise<string[]> {
  try {
    await observe(loadShop(shop), "Shop.Flow", { parameters });
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return [
      error.code,
      ...error.problems.map(({ code, place }) => `${code} ${place.document} ${place.field}`),
    ];
  }
}

test("arguments are read as value JSON", async () => {
  const { json } = await observe(loadShop(shop), "Shop.Flow", {
    parameters: { Text: "n", Orders: [{ Count: 1 }, { Count: 2 }] },
  });
  expect(json).toBe("n2");
});

test.each<[string, Readonly<Record<string, JsonValue>>, string[]]>([
  ["a value of another type", { Text: 1, Orders: [] }, ["wrong-value Shop.Flow parameters.Text"]],
  [
    "a value deep inside",
    { Text: "", Orders: [{}, { Count: "x" }] },
    ["wrong-value Shop.Flow parameters.Orders[1].Count"],
  ],
  ["a parameter that is missing", { Text: "" }, ["missing-parameter Shop.Flow parameters.Orders"]],
  [
    "a parameter that does not exist",
    { Text: "", Orders: [], Tekst: "" },
    ["unknown-parameter Shop.Flow parameters.Tekst"],
  ],
  [
    "all of it at once",
    { Text: 1, Other: 2 },
    [
      "unknown-parameter Shop.Flow parameters.Other",
      "wrong-value Shop.Flow parameters.Text",
      "missing-parameter Shop.Flow parameters.Orders",
    ],
  ],
])("nothing runs with %s", async (_, parameters, expected) => {
  expect(await problemsOf(parameters)).toEqual(["wrong-parameters", ...expected]);
});

test("a parameter that is not required is empty when it is left out", async () => {
  const optional = { name: "Text", type: { kind: "string" }, isRequired: false };
  const { json } = await runFlow({
    returns: "String",
    elements: { text: { kind: "parameter", fields: optional } },
    flows: ["start > end"],
    result: "$Text + '!'",
  });
  expect(json).toBe("!");
});

test("values that exist already are handed over as they are", async () => {
  const { json } = await observe(loadShop(shop), "Shop.Flow", {
    values: { Text: "direct" },
    parameters: { Orders: [] },
  });
  expect(json).toBe("direct0");
});

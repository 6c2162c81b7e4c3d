import { describe, expect, test } from "vitest";
import {
  checkText,
  evaluateText,
  type ModelDescription,
  printValue,
  type Variables,
} from "../evaluate.test-support.ts";
import { functionTable } from "./function-table.ts";

const model: ModelDescription = {
  entities: { "Sales.Order": { attributes: {} } },
  enumerations: { "Sales.Status": [["InProgress", "In progress"]] },
};

describe("every example of a function gives what its page says", () => {
  test.each(
    functionTable.flatMap(({ name, examples }) =>
      examples.map(({ expression, result }) => [name, expression, result]),
    ),
  )("%s: %s is %s", (_name, expression, result) => {
    const variables: Variables = expression.includes("$NewOrder")
      ? { NewOrder: ["Object(Sales.Order)", {} as never] }
      : {};
    const { type } = checkText(expression, { variables, model });
    const value = printValue(evaluateText(expression, { variables, model }), type.kind);
    // Locale data of different age have different blanks.
    expect(value.replaceAll(/\s/g, " ")).toBe(result);
  });
});

test("every function has an example, a summary that ends in a full stop, and a name of its own", () => {
  for (const { examples, summary, errors = [] } of functionTable) {
    expect(examples.length).toBeGreaterThan(0);
    for (const sentence of [summary, ...errors]) expect(sentence).toMatch(/[.]$/);
  }
  expect(new Set(functionTable.map(({ name }) => name)).size).toBe(functionTable.length);
});

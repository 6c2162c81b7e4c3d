import { expect, test } from "vitest";
import { checkText, evaluateText, printValue } from "../evaluate.test-support.ts";
import { operatorTable } from "./operator-table.ts";

test.each(operatorTable.map(({ spelling, example }) => [spelling, example.expression, example.result]))(
  "%s: %s is %s",
  (spelling, expression, result) => {
    expect(expression).toContain(spelling);
    expect(printValue(evaluateText(expression), checkText(expression).type.kind)).toBe(result);
  },
);

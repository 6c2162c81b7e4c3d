// `$Order/Total * 1.21 + (if $x > 3 then 1 else 2)` in the expression languages of others, on the same inputs as
// ours (bench/expressions/evaluate.ts). They reckon with binary floats, so their results are only near the exact ones.
import { parse } from "@marcbachmann/cel-js";
import { evaluate as evaluateFeel } from "feelin";
import jsonata from "jsonata";

const evaluations = 10_000;
const orders = Array.from({ length: 50 }, (_, index) => ({ Total: 1234.56 + index }));

/** @param {number} result of the last of the evaluations */
function judge(result) {
  const exact =
    ((orders[(evaluations - 1) % 50]?.Total ?? 0) * 121) / 100 + ((evaluations - 1) % 7 > 3 ? 1 : 2);
  if (!(Math.abs(result - exact) < 1e-6)) throw new Error(`${result} instead of ${exact}`);
}

/** JSONata, parsed once; its evaluation is asynchronous. */
export function jsonataShort() {
  const expression = jsonata("Order.Total * 1.21 + (x > 3 ? 1 : 2)");
  return async () => {
    let result = 0;
    for (let count = 0; count < evaluations; count += 1)
      result = await expression.evaluate({ Order: orders[count % 50], x: count % 7 });
    judge(result);
  };
}

/** CEL, parsed once. Its integers and decimals do not mix, so all numbers are written as decimals. */
export function celShort() {
  const expression = parse("order.Total * 1.21 + (x > 3.0 ? 1.0 : 2.0)");
  return () => {
    let result = 0;
    for (let count = 0; count < evaluations; count += 1)
      result = /** @type {number} */ (expression({ order: orders[count % 50], x: count % 7 }));
    judge(result);
  };
}

/** FEEL. The package evaluates texts and has no way to keep a parsed one. */
export function feelShort() {
  return () => {
    let result = 0;
    for (let count = 0; count < evaluations; count += 1) {
      const context = { Order: orders[count % 50], x: count % 7 };
      const { value } = evaluateFeel("Order.Total * 1.21 + (if x > 3 then 1 else 2)", context);
      result = /** @type {number} */ (value);
    }
    judge(result);
  };
}

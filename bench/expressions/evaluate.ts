import { check, compile, type EvaluationFrame, parse } from "@rivulet/expressions";
import { createEnvironment } from "@rivulet/expressions/environment";
import {
  createObject,
  type Decimal,
  decimalFromText,
  decimalToText,
  type Value,
  writeAttribute,
} from "@rivulet/values";
import { Decimal as DecimalJs } from "decimal.js";
import { shopModel, shopScope, variableNames } from "./surroundings.ts";

/** `$Order/Total * 1.21 + (if $x > 3 then 1 else 2)`, by the product and by hand with decimal.js. */
const text = "$Order/Total * 1.21 + (if $x > 3 then 1 else 2)";

const evaluations = 10_000;

/** Totals with few digits, and with 38. */
const totals = {
  short: Array.from({ length: 50 }, (_, index) => `${1234 + index}.56`),
  long: Array.from(
    { length: 50 },
    (_, index) => `${12345678901234567890123456789n + BigInt(index)}.123456789`,
  ),
};

/** The text of the last result, so that a test can compare the two sides. */
export type Evaluations = () => string;

function ours(numbers: readonly string[]): Evaluations {
  const checked = check(parse(text), shopScope(), { kind: "decimal" });
  const evaluate = compile(checked, { slotOf: (name) => variableNames.indexOf(name) });
  const shape = shopModel().shape("Shop.Order");
  if (!shape) throw new Error("The shop has no orders.");
  const orders = numbers.map((number) => {
    const order = createObject(shape);
    writeAttribute(order, "Total", decimalFromText(number) ?? null);
    return order;
  });
  const slots: Value[] = variableNames.map(() => null);
  const environment = createEnvironment({
    clock: () => 0,
    random: () => 0,
    constant: () => null,
    isNew: () => false,
  });
  const frame: EvaluationFrame = { slots, environment };
  return () => {
    let result: Value = null;
    for (let count = 0; count < evaluations; count += 1) {
      slots[0] = orders[count % orders.length] ?? null;
      slots[2] = count % 7;
      result = evaluate(frame);
    }
    return decimalToText(result as Decimal);
  };
}

/** The same with the checks for empty that the language makes; 60 digits hold every product here exactly. */
function theirs(numbers: readonly string[]): Evaluations {
  const Exact = DecimalJs.clone({ precision: 60, toExpPos: 9e15 });
  const orders = numbers.map((number): { Total: DecimalJs | null } => ({ Total: new Exact(number) }));
  const [factor, one, two] = [new Exact("1.21"), new Exact(1), new Exact(2)];
  const evaluate = (order: { Total: DecimalJs | null } | null, x: number | null) => {
    if (order === null || order.Total === null || x === null) throw new Error("A value is empty.");
    return order.Total.times(factor).plus(x > 3 ? one : two);
  };
  return () => {
    let result = one;
    for (let count = 0; count < evaluations; count += 1) {
      result = evaluate(orders[count % orders.length] ?? null, count % 7);
    }
    return result.toFixed();
  };
}

export const expressionShort = (): Evaluations => ours(totals.short);
export const expressionLong = (): Evaluations => ours(totals.long);
export const decimalJsShort = (): Evaluations => theirs(totals.short);
export const decimalJsLong = (): Evaluations => theirs(totals.long);

import type { BinarySpelling } from "../syntax/node.ts";
import { addition, division, multiplication, remainder, subtraction } from "./arithmetic.ts";
import { bindingPowers } from "./binding-power.ts";
import { equality, greater, greaterOrEqual, inequality, less, lessOrEqual } from "./comparison.ts";
import { concatenation } from "./concatenation.ts";
import { conjunction, disjunction } from "./logic.ts";
import type { OperatorOverload } from "./operator-overload.ts";

/** All that is known about a binary operator: the parser, check, compiler, completion and documentation read it. */
export interface OperatorRow {
  readonly spelling: BinarySpelling;
  /** Operators with a higher power bind tighter. */
  readonly power: number;
  readonly summary: string;
  readonly example: { readonly expression: string; readonly result: string };
  /** The first one whose types fit is taken; an Integer may become a Decimal, nothing else is converted. */
  readonly overloads: readonly OperatorOverload[];
}

function row(
  spelling: BinarySpelling,
  overloads: readonly OperatorOverload[],
  { summary, example }: { summary: string; example: readonly [expression: string, result: string] },
): OperatorRow {
  const [expression, result] = example;
  return { spelling, power: bindingPowers[spelling], summary, example: { expression, result }, overloads };
}

const quotient = {
  summary: "The quotient, always a Decimal: exact when it ends, else 34 significant digits or more.",
};

/** The binary operators, loosest first. */
export const operatorTable: readonly OperatorRow[] = [
  row("or", disjunction, {
    summary: "True when one side is. The right side is not looked at when the left one is true.",
    example: ["1 > 2 or 3 > 2", "true"],
  }),
  row("and", conjunction, {
    summary: "True when both sides are. The right side is not looked at when the left one is false.",
    example: ["1 > 2 and 3 > 2", "false"],
  }),
  row("=", equality, {
    summary: "Whether two values of the same type are equal. Empty equals only empty.",
    example: ["1.50 = 1.5", "true"],
  }),
  row("!=", inequality, { summary: "Whether two values are not equal.", example: ["'a' != 'b'", "true"] }),
  row("<", less, { summary: "Whether the left number or date is smaller.", example: ["6 < 3", "false"] }),
  row("<=", lessOrEqual, {
    summary: "Whether the left number or date is smaller or equal.",
    example: ["3 <= 3", "true"],
  }),
  row(">", greater, { summary: "Whether the left number or date is larger.", example: ["4 > 3.5", "true"] }),
  row(">=", greaterOrEqual, {
    summary: "Whether the left number or date is larger or equal.",
    example: ["3 >= 4", "false"],
  }),
  row("+", [...addition, ...concatenation], {
    summary: "The exact sum of two numbers, or two texts joined; a number may be joined to a text.",
    example: ["4.73 + ' kilometres'", "4.73 kilometres"],
  }),
  row("-", subtraction, { summary: "The exact difference of two numbers.", example: ["3 - 0.1", "2.9"] }),
  row("*", multiplication, { summary: "The exact product of two numbers.", example: ["2 * 1.25", "2.5"] }),
  row(":", division, { ...quotient, example: ["1 : 8", "0.125"] }),
  row("div", division, { ...quotient, example: ["12 div 3", "4"] }),
  row("mod", remainder, {
    summary: "What a division leaves, with the sign of the left number.",
    example: ["7 mod 3", "1"],
  }),
];

const rowsBySpelling = new Map(operatorTable.map((entry) => [entry.spelling, entry]));

/** The row of an operator. */
export function operatorRow(spelling: BinarySpelling): OperatorRow {
  return rowsBySpelling.get(spelling) as OperatorRow;
}

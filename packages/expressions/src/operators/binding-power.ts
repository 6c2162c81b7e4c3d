import type { BinarySpelling } from "../syntax/node.ts";

/**
 * How tightly operators bind, loosest first (reference logic.md 3.1). All binary operators are left-associative.
 */
export const bindingPowers: Readonly<Record<BinarySpelling, number>> = {
  or: 1,
  and: 2,
  "=": 3,
  "!=": 3,
  "<": 3,
  "<=": 3,
  ">": 3,
  ">=": 3,
  "+": 4,
  "-": 4,
  "*": 5,
  ":": 5,
  div: 5,
  mod: 5,
};

/** Unary minus binds tighter than every binary operator. */
export const unaryMinusPower = 6;

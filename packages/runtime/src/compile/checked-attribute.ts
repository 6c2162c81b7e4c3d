import type { Evaluator } from "@rivulet/expressions";
import type { AttributeShape } from "@rivulet/values";
import { FlowError } from "../ports/flow-error.ts";

const minimumInteger = -(2 ** 31);
const maximumInteger = 2 ** 31 - 1;

function outOfRange(message: string): FlowError {
  return new FlowError({ code: "value-out-of-range", message });
}

/** An attribute of type Integer holds 32 bits (reference logic.md section 4). */
function within32Bits(evaluate: Evaluator, { name }: AttributeShape): Evaluator {
  return (frame) => {
    const value = evaluate(frame) as number | bigint | null;
    if (value === null || (value >= minimumInteger && value <= maximumInteger)) return value;
    throw outOfRange(
      `${value} does not fit in ${name}, an Integer of 32 bits. Make the attribute a Long, or check the value first.`,
    );
  };
}

function withinLength(evaluate: Evaluator, { name }: AttributeShape, maximumLength: number): Evaluator {
  return (frame) => {
    const value = evaluate(frame) as string | null;
    if (value === null || value.length <= maximumLength) return value;
    throw outOfRange(
      `A text of ${value.length} characters does not fit in ${name}, which holds ${maximumLength}. Shorten it with substring(), or raise the maximum length of the attribute.`,
    );
  };
}

/** A Boolean attribute is true or false, never empty (reference logic.md section 4). */
function neverEmpty(evaluate: Evaluator, { name }: AttributeShape): Evaluator {
  return (frame) => {
    const value = evaluate(frame);
    if (value !== null) return value;
    throw outOfRange(`${name} is a Boolean and cannot be empty: check for empty first.`);
  };
}

/** An expression whose value an attribute can hold; it fails with `value-out-of-range` otherwise. */
export function checkedForAttribute(evaluate: Evaluator, attribute: AttributeShape): Evaluator {
  const { type } = attribute;
  switch (type.kind) {
    case "integer":
      return within32Bits(evaluate, attribute);
    case "boolean":
      return neverEmpty(evaluate, attribute);
    case "string":
      return type.maximumLength === undefined
        ? evaluate
        : withinLength(evaluate, attribute, type.maximumLength);
    default:
      return evaluate;
  }
}

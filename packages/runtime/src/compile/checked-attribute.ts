import { type Evaluator, Operand } from "@rivulet/expressions";
import type { AttributeShape } from "@rivulet/values";
import { FlowError } from "../ports/flow-error.ts";

const minimumInteger = -(2 ** 31);
const maximumInteger = 2 ** 31 - 1;

function outOfRange(message: string): FlowError {
  return new FlowError({ code: "value-out-of-range", message });
}

/** An attribute of type Integer holds 32 bits (reference logic.md section 4). */
function within32Bits(operand: Operand, { name }: AttributeShape): Evaluator {
  return (frame) => {
    const value = operand.valueIn(frame) as number | bigint | null;
    if (value === null || (value >= minimumInteger && value <= maximumInteger)) return value;
    throw outOfRange(
      `${value} does not fit in ${name}, an Integer of 32 bits. Make the attribute a Long, or check the value first.`,
    );
  };
}

function withinLength(operand: Operand, { name }: AttributeShape, maximumLength: number): Evaluator {
  return (frame) => {
    const value = operand.valueIn(frame) as string | null;
    if (value === null || value.length <= maximumLength) return value;
    throw outOfRange(
      `A text of ${value.length} characters does not fit in ${name}, which holds ${maximumLength}. Shorten it with substring(), or raise the maximum length of the attribute.`,
    );
  };
}

/** A Boolean attribute is true or false, never empty (reference logic.md section 4). */
function neverEmpty(operand: Operand, { name }: AttributeShape): Evaluator {
  return (frame) => {
    const value = operand.valueIn(frame);
    if (value !== null) return value;
    throw outOfRange(`${name} is a Boolean and cannot be empty: check for empty first.`);
  };
}

/** An expression whose value an attribute can hold; it fails with `value-out-of-range` otherwise. */
export function checkedForAttribute(operand: Operand, attribute: AttributeShape): Operand {
  const { type } = attribute;
  switch (type.kind) {
    case "integer":
      return Operand.computed(within32Bits(operand, attribute));
    case "boolean":
      return Operand.computed(neverEmpty(operand, attribute));
    case "string":
      return type.maximumLength === undefined
        ? operand
        : Operand.computed(withinLength(operand, attribute, type.maximumLength));
    default:
      return operand;
  }
}

import { type EntityObject, readSlot, type Value } from "@rivulet/values";
import type { EvaluationFrame } from "./evaluation-environment.ts";
import type { Evaluator } from "./evaluator.ts";

/** Where an operand's value comes from. Numbers, because they are compared for every value. */
const source = { literal: 0, variable: 1, attribute: 2, computed: 3 } as const;

/** A variable, or an attribute of the object in it, by slots. */
interface AttributePlace {
  readonly variableSlot: number;
  readonly attributeSlot: number;
  /** Does the same; called where the object is empty. */
  readonly evaluate: Evaluator;
}

const noSlot = -1;
const notComputed: Evaluator = () => null;

/**
 * One side of an operator, or a whole expression. What most of them are (something written down, a variable, an
 * attribute of a variable) is read on the spot: calling a closure for it takes longer than most operators do. Only
 * what is left is a closure.
 *
 * @example Operand.variable(3).valueIn(frame) // frame.slots[3]
 */
export class Operand {
  private readonly source: (typeof source)[keyof typeof source];
  private readonly value: Value;
  private readonly variableSlot: number;
  private readonly attributeSlot: number;
  private readonly evaluate: Evaluator;

  private constructor(
    from: (typeof source)[keyof typeof source],
    value: Value,
    { variableSlot, attributeSlot, evaluate }: AttributePlace,
  ) {
    this.source = from;
    this.value = value;
    this.variableSlot = variableSlot;
    this.attributeSlot = attributeSlot;
    this.evaluate = evaluate;
  }

  static literal(value: Value): Operand {
    const place = { variableSlot: noSlot, attributeSlot: noSlot, evaluate: notComputed };
    return new Operand(source.literal, value, place);
  }

  static variable(slot: number): Operand {
    const place = { variableSlot: slot, attributeSlot: noSlot, evaluate: notComputed };
    return new Operand(source.variable, null, place);
  }

  static attribute(place: AttributePlace): Operand {
    return new Operand(source.attribute, null, place);
  }

  static computed(evaluate: Evaluator): Operand {
    return new Operand(source.computed, null, { variableSlot: noSlot, attributeSlot: noSlot, evaluate });
  }

  valueIn(frame: EvaluationFrame): Value {
    switch (this.source) {
      case source.literal:
        return this.value;
      case source.variable:
        return frame.slots[this.variableSlot] ?? null;
      case source.attribute: {
        const object = frame.slots[this.variableSlot] as EntityObject | null;
        return object === null ? this.evaluate(frame) : readSlot(object, this.attributeSlot);
      }
      default:
        return this.evaluate(frame);
    }
  }
}

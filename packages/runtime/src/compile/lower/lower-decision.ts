import type { Operand } from "@rivulet/expressions";
import { FlowError } from "../../ports/flow-error.ts";
import { ActivityFields } from "../activity-compiler.ts";
import type { Next, Op } from "../program.ts";
import type { StructureLowering, StructureSource } from "./structure.ts";

/** The outcome of an enumeration that has no value; so written in a sequence flow. */
const emptyOutcome = "(empty)";

function emptyCondition(): FlowError {
  return new FlowError({
    code: "empty-condition",
    message:
      "The condition of the decision is empty, so no way can be chosen. Check for empty first, or draw a flow for (empty).",
    place: { field: "condition" },
  });
}

function wayOf(source: StructureSource, outcome: string): Next {
  const next = source.nextFor(outcome);
  if (next === undefined) throw new Error(`Decision ${source.element.id} has no flow for ${outcome}.`);
  return next;
}

function lowerBoolean(operand: Operand, source: StructureSource): Op {
  const whenTrue = wayOf(source, "true");
  const whenFalse = wayOf(source, "false");
  return (frame) => {
    const condition = operand.valueIn(frame);
    if (condition === true) return whenTrue;
    if (condition === false) return whenFalse;
    throw emptyCondition();
  };
}

function lowerEnumeration(operand: Operand, enumeration: string, source: StructureSource): Op {
  const values = source.index.enumeration(enumeration)?.values ?? [];
  const ways = new Map<unknown, Next>(values.map(({ name }) => [name, wayOf(source, name)]));
  const whenEmpty = source.nextFor(emptyOutcome);
  if (whenEmpty !== undefined) ways.set(null, whenEmpty);
  return (frame) => {
    const next = ways.get(operand.valueIn(frame));
    if (next === undefined) throw emptyCondition();
    return next;
  };
}

/** A decision: takes one of the ways that leave it. */
export const lowerDecision: StructureLowering = {
  opCount: 1,
  lower(source) {
    const condition = new ActivityFields({ ...source, next: 0 }).expression("condition");
    if (condition?.type.kind === "boolean") return [lowerBoolean(condition.operand, source)];
    if (condition?.type.kind === "enumeration") {
      return [lowerEnumeration(condition.operand, condition.type.enumeration, source)];
    }
    throw new Error(`Decision ${source.element.id} is on no Boolean and no enumeration.`);
  },
};

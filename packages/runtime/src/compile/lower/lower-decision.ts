import type { Operand } from "@rivulet/expressions";
import { emptyCondition } from "../../run/decide.ts";
import { ActivityFields } from "../activity-compiler.ts";
import { type Op, type OpFunction, opCode } from "../op.ts";
import type { Next } from "../program.ts";
import type { StructureLowering, StructureSource } from "./structure.ts";

/** The outcome of an enumeration that has no value; so written in a sequence flow. */
const emptyOutcome = "(empty)";

function wayOf(source: StructureSource, outcome: string): Next {
  const next = source.nextFor(outcome);
  if (next === undefined) throw new Error(`Decision ${source.element.id} has no flow for ${outcome}.`);
  return next;
}

function lowerBoolean(condition: Operand, source: StructureSource): Op {
  const [whenTrue, whenFalse] = [wayOf(source, "true"), wayOf(source, "false")];
  return { code: opCode.decide, plan: { condition, whenTrue, whenFalse } };
}

function lowerEnumeration(operand: Operand, enumeration: string, source: StructureSource): OpFunction {
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

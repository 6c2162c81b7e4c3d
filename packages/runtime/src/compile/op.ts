import type { AddObjectPlan } from "../execute/change-list/add-object.ts";
import type { CreateObjectPlan } from "../execute/create-object/create-object.ts";
import type { DecisionPlan } from "../run/decide.ts";
import type { Frame } from "../run/frame.ts";
import type { RoundPlan } from "../run/next-round.ts";
import type { Next } from "./program.ts";

/** What an element does. A promise is awaited; a number goes on at once. */
export type OpFunction = (frame: Frame) => Next | Promise<Next>;

/** What an op does. Numbers, because every op of every round is chosen by them. */
export const opCode = { call: 0, nextRound: 1, decide: 2, createObject: 3, addObject: 4 } as const;

interface OpOf<Code extends (typeof opCode)[keyof typeof opCode], Plan> {
  readonly code: Code;
  readonly plan: Plan;
}

/**
 * One step of a program. What big loops are made of is data, which `executeOp` executes on the spot: calling one of
 * many closures takes longer than most of these steps do (docs/decisions/0009-runtime-speed.md). All other steps are
 * a function.
 */
export type Op =
  | OpOf<typeof opCode.call, OpFunction>
  | OpOf<typeof opCode.nextRound, RoundPlan>
  | OpOf<typeof opCode.decide, DecisionPlan>
  | OpOf<typeof opCode.createObject, CreateObjectPlan>
  | OpOf<typeof opCode.addObject, AddObjectPlan>;

/** The op for what a compiler made: most of them make a function. */
export function toOp(step: Op | OpFunction): Op {
  return typeof step === "function" ? { code: opCode.call, plan: step } : step;
}

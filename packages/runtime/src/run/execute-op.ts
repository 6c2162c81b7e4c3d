import { type Op, opCode } from "../compile/op.ts";
import type { Next } from "../compile/program.ts";
import { addObjectToList } from "../execute/change-list/add-object.ts";
import { createObjectInto } from "../execute/create-object/create-object.ts";
import { decide } from "./decide.ts";
import type { Frame } from "./frame.ts";
import { nextRound } from "./next-round.ts";

/** Executes one op. */
export function executeOp(op: Op, frame: Frame): Next | Promise<Next> {
  switch (op.code) {
    case opCode.nextRound:
      return nextRound(op.plan, frame);
    case opCode.createObject:
      return createObjectInto(op.plan, frame);
    case opCode.decide:
      return decide(op.plan, frame);
    case opCode.addObject:
      return addObjectToList(op.plan, frame);
    default:
      return op.plan(frame);
  }
}

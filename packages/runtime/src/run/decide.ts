import type { Operand } from "@rivulet/expressions";
import type { Next } from "../compile/program.ts";
import { FlowError } from "../ports/flow-error.ts";
import type { Frame } from "./frame.ts";

/** A decision on a Boolean. */
export interface DecisionPlan {
  readonly condition: Operand;
  readonly whenTrue: Next;
  readonly whenFalse: Next;
}

/** The failure of a decision whose condition is empty. */
export function emptyCondition(): FlowError {
  return new FlowError({
    code: "empty-condition",
    message:
      "The condition of the decision is empty, so no way can be chosen. Check for empty first, or draw a flow for (empty).",
    place: { field: "condition" },
  });
}

/** Takes one of the two ways. */
export function decide({ condition, whenTrue, whenFalse }: DecisionPlan, frame: Frame): Next {
  const value = condition.valueIn(frame);
  if (value === true) return whenTrue;
  if (value === false) return whenFalse;
  throw emptyCondition();
}

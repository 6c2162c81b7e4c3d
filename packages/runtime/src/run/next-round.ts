import type { Next } from "../compile/program.ts";
import type { Frame, Rounds } from "./frame.ts";

/** The head of a loop over a list: where its variables are, and where its ways lead. */
export interface RoundPlan {
  /** The number of the loop in its microflow. */
  readonly loop: number;
  readonly iterator: number;
  readonly currentIndex: number;
  readonly body: Next;
  readonly exit: Next;
}

/** The next round, or the way out. */
export function nextRound(plan: RoundPlan, frame: Frame): Next {
  const rounds = frame.loops[plan.loop] as Rounds;
  const index = rounds.next;
  if (index >= rounds.count) return plan.exit;
  const { slots } = frame;
  slots[plan.iterator] = rounds.items[index] ?? null;
  slots[plan.currentIndex] = index;
  rounds.next = index + 1;
  return plan.body;
}

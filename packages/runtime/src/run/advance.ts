import type { Op } from "../compile/op.ts";
import { frameChanged, type Next, nextAfterMuchWork } from "../compile/program.ts";
import { executeOp } from "./execute-op.ts";
import type { Frame } from "./frame.ts";
import type { RunState } from "./run-state.ts";

/**
 * Executes up to `most` ops without giving up control. Returns a promise of where to go on when an op has to wait;
 * else the run stands where its frames say, or is over. This is the inner loop of every run: it does nothing for an op
 * that a run without limits, calls and waiting would not do, except to count.
 */
export function advance(run: RunState, most: number): Promise<Next> | undefined {
  let frame = run.frame as Frame;
  let { ops } = frame.program;
  let { pc } = frame;
  let executed = 0;
  try {
    while (executed < most) {
      executed += 1;
      const next = executeOp(ops[pc] as Op, frame);
      if (typeof next !== "number") return next;
      if (next >= 0) {
        pc = next;
      } else if (next === frameChanged) {
        frame.pc = pc;
        if (run.frame === null) return undefined;
        frame = run.frame;
        ({ ops } = frame.program);
        ({ pc } = frame);
      } else {
        pc = nextAfterMuchWork(next);
        return undefined;
      }
    }
    return undefined;
  } finally {
    frame.pc = pc;
    run.steps += executed;
  }
}

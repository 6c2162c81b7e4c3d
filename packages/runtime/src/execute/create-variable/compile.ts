import type { ActivityCompiler } from "../../compile/activity-compiler.ts";

/** Create variable: its first value, or empty. */
export const compileCreateVariable: ActivityCompiler = (activity) => {
  const output = activity.outputSlot("output");
  const { evaluate } = activity.expression("value") ?? { evaluate: () => null };
  const { next } = activity;
  return (frame) => {
    frame.slots[output] = evaluate(frame);
    return next;
  };
};

import type { ActivityCompiler } from "../../compile/activity-compiler.ts";

/** Change variable: another value of the same type. */
export const compileChangeVariable: ActivityCompiler = (activity) => {
  const slot = activity.slotOf("variable");
  const { evaluate } = activity.requiredExpression("value");
  const { next } = activity;
  return (frame) => {
    frame.slots[slot] = evaluate(frame);
    return next;
  };
};

import type { ActivityCompiler } from "../../compile/activity-compiler.ts";

/** Change variable: another value of the same type. */
export const compileChangeVariable: ActivityCompiler = (activity) => {
  const slot = activity.slotOf("variable");
  const { operand } = activity.requiredExpression("value");
  const { next } = activity;
  return (frame) => {
    frame.slots[slot] = operand.valueIn(frame);
    return next;
  };
};

import { type ActivityCompiler, emptyExpression } from "../../compile/activity-compiler.ts";

/** Create variable: its first value, or empty. */
export const compileCreateVariable: ActivityCompiler = (activity) => {
  const output = activity.outputSlot("output");
  const { operand } = activity.expression("value") ?? emptyExpression;
  const { next } = activity;
  return (frame) => {
    frame.slots[output] = operand.valueIn(frame);
    return next;
  };
};

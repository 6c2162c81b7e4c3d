import type { ActivityCompiler } from "../../compile/activity-compiler.ts";
import type { LogLevel } from "../../wire/run-view.ts";

/** Log message: one line for the log of the run; an empty message is an empty line. */
export const compileLogMessage: ActivityCompiler = (activity) => {
  const level = activity.read("choice", "level") as LogLevel;
  const node = activity.find("text", "node") ?? "";
  const { operand } = activity.requiredExpression("message");
  const { element, next } = activity;
  return (frame) => {
    const message = (operand.valueIn(frame) as string | null) ?? "";
    frame.run.log({ level, node, message }, { microflow: frame.program.microflow, element: element.id });
    return next;
  };
};

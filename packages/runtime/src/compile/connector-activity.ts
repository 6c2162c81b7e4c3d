import { visibleFields } from "@rivulet/activities";
import type { Value } from "@rivulet/values";
import type { ActivityExecutor } from "../ports/connector.ts";
import { ActivityContext } from "../run/activity-context.ts";
import { atField } from "../run/at-field.ts";
import type { Frame } from "../run/frame.ts";
import type { ActivityCompiler, ActivityFields } from "./activity-compiler.ts";
import { compileField, type FieldEvaluator } from "./field-compilers.ts";
import type { Next } from "./program.ts";

/** All fields have a value for the implementation; those that are not shown are empty. */
function compileInputs(activity: ActivityFields): (frame: Frame) => Readonly<Record<string, unknown>> {
  const { definition, element } = activity;
  const shown = new Set(visibleFields(definition, element.fields));
  const inputs: [string, FieldEvaluator][] = [];
  for (const field of definition.fields) {
    const evaluate = shown.has(field) ? compileField(field, activity) : () => null;
    if (evaluate && field.kind !== "newVariable") inputs.push([field.name, evaluate]);
  }
  return (frame) => {
    const values: Record<string, unknown> = {};
    for (const [name, evaluate] of inputs) {
      try {
        values[name] = evaluate(frame);
      } catch (error) {
        throw atField(error, name);
      }
    }
    return values;
  };
}

/** The op of a connector's activity: evaluates the fields, executes, and keeps the result as the new variable. */
export function connectorCompiler({ execute }: ActivityExecutor): ActivityCompiler {
  return (activity) => {
    const { definition, element, next } = activity;
    const inputs = compileInputs(activity);
    const output = definition.fields.find(({ kind }) => kind === "newVariable")?.name;
    const outputSlot = output === undefined ? undefined : activity.findOutputSlot(output);
    const take = (frame: Frame, value: Value): Next => {
      if (outputSlot !== undefined) frame.slots[outputSlot] = value;
      return next;
    };
    const place = { element, microflow: activity.microflow, drawnOutcomes: activity.drawnOutcomes };
    return (frame) => {
      const result = execute(inputs(frame), new ActivityContext(frame.run, place));
      return result instanceof Promise ? result.then((value) => take(frame, value)) : take(frame, result);
    };
  };
}

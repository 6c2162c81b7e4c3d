import { argumentText, parameter, readField } from "@rivulet/activities";
import type { Operand } from "@rivulet/expressions";
import type { ElementRecord } from "@rivulet/model";
import {
  type ActivityCompiler,
  type ActivityFields,
  emptyExpression,
} from "../../compile/activity-compiler.ts";
import { frameChanged } from "../../compile/program.ts";
import { atField } from "../../run/at-field.ts";
import type { Frame } from "../../run/frame.ts";

interface Argument {
  readonly field: string;
  readonly operand: Operand;
}

/** An argument for each parameter of the called microflow, in the order of its parameters; those left out are empty. */
function compileArguments(activity: ActivityFields): Argument[] {
  const call = activity.read("microflowCall", "call");
  const callee = activity.index.microflow(call.microflow);
  if (!callee) throw new Error(`There is no microflow ${call.microflow}.`);
  const parameters = activity.index
    .children(callee.id)
    .filter((child): child is ElementRecord => child.type === "element" && child.kind === parameter.kind);
  return parameters.map(({ fields }) => {
    const name = readField("newVariable", fields["name"]) ?? "";
    const type = readField("dataType", fields["type"]);
    const field = `call.arguments.${name}`;
    const text = argumentText(call, name);
    if (text.trim() === "" || !type) return { field, ...emptyExpression };
    return { field, operand: activity.expressions.compile(text, [type]).operand };
  });
}

function fillParameters(callee: Frame, caller: Frame, list: readonly Argument[]): void {
  for (const [position, { slot }] of callee.program.parameters.entries()) {
    const argument = list[position];
    if (!argument) continue;
    try {
      callee.slots[slot] = argument.operand.valueIn(caller);
    } catch (error) {
      throw atField(error, argument.field);
    }
  }
}

/** Microflow call: a frame of its own, so that calls inside each other do not grow the stack of the process. */
export const compileMicroflowCall: ActivityCompiler = (activity) => {
  const { microflow } = activity.read("microflowCall", "call");
  const list = compileArguments(activity);
  const resultSlot = activity.findOutputSlot("output") ?? -1;
  const { next } = activity;
  return (frame) => {
    const { run } = frame;
    const callee = run.frameFor(run.programs.programOf(microflow), frame);
    fillParameters(callee, frame, list);
    callee.resultSlot = resultSlot;
    callee.returnTo = next;
    run.frame = callee;
    return frameChanged;
  };
};

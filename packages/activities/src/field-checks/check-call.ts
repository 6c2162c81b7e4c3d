import { closestName } from "@rivulet/expressions";
import type { MicroflowCallField } from "../fields/field.ts";
import type { MicroflowCall } from "../fields/field-values.ts";
import {
  argumentText,
  type MicroflowParameter,
  microflowParameters,
} from "../fields/microflow-parameters.ts";
import { checkText } from "./check-expression.ts";
import { unknownName } from "./check-model-reference.ts";
import type { FieldCheck } from "./field-check.ts";
import { meantName } from "./field-finding.ts";

function checkUnknownArguments(
  { microflow, arguments: given }: MicroflowCall,
  {
    field,
    parameters,
    check,
  }: { field: string; parameters: readonly MicroflowParameter[]; check: FieldCheck },
): void {
  const names = parameters.map(({ name }) => name);
  const free = names.filter((name) => !Object.hasOwn(given, name));
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue;
    const { sentence } = meantName(closestName(name, free), "Remove this argument.");
    const message = `${microflow} has no parameter ${name}. ${sentence}`;
    check.add({ code: "unknown-argument", field: `${field}.arguments.${name}`, message });
  }
}

/** A call: the microflow exists, every parameter that needs a value has one of its type, and nothing is left over. */
export function checkMicroflowCall(
  call: MicroflowCall,
  { name: field }: MicroflowCallField,
  check: FieldCheck,
): void {
  const { index } = check.context;
  const unknown = unknownName("microflow", { name: call.microflow, field: `${field}.microflow` }, index);
  if (unknown) check.add(unknown);
  const parameters = microflowParameters(call.microflow, index);
  if (!parameters) return;
  for (const { name, type, isRequired } of parameters) {
    const text = argumentText(call, name);
    const at = `${field}.arguments.${name}`;
    if (text.trim() !== "") checkText(text, { field: at, expected: [type], check });
    else if (isRequired) {
      const message = `${call.microflow} needs a value for its parameter ${name}. Write an expression, empty for nothing.`;
      check.add({ code: "missing-argument", field: at, message });
    }
  }
  checkUnknownArguments(call, { field, parameters, check });
}

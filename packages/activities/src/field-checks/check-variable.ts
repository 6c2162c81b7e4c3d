import { closestName, describeType } from "@rivulet/expressions";
import { nameFault } from "@rivulet/model";
import type { DataType } from "@rivulet/values";
import type { NewVariableField, VariableField } from "../fields/field.ts";
import { readField } from "../fields/field-values.ts";
import { specialVariable } from "../special-variables/special-variables.ts";
import type { FieldCheck } from "./field-check.ts";

const accepted = {
  object: { accepts: (type: DataType) => type.kind === "object", words: "an object" },
  list: { accepts: (type: DataType) => type.kind === "list", words: "a list" },
  scalar: {
    accepts: (type: DataType) => type.kind !== "object" && type.kind !== "list",
    words: "a variable of a simple type",
  },
} as const;

/** A variable that is used. */
export function checkVariable(name: string, field: VariableField, check: FieldCheck): void {
  const { scope } = check.context;
  const { accepts, words } = accepted[field.accepts];
  const fitting = () =>
    [...scope.variables()].filter(
      ({ name: known, type }) =>
        type.kind !== "unknown" && accepts(type as DataType) && !specialVariable(known),
    );
  const fault = scope.fault(name);
  if (fault) {
    const closest =
      fault.code === "unknown-variable"
        ? closestName(
            name,
            fitting().map((known) => known.name),
          )
        : undefined;
    const fix = closest === undefined ? {} : { fix: { label: `Use $${closest}`, value: closest } };
    check.add({ code: fault.code, field: field.name, message: fault.message, ...fix });
    return;
  }
  const type = check.typeOfVariable(name);
  if (!type || accepts(type)) return;
  const [only, ...others] = fitting();
  const message = `${field.label} needs ${words}, and $${name} is ${describeType(type)}. Choose another variable.`;
  const isClear = only && others.length === 0;
  const fix = isClear ? { fix: { label: `Use $${only.name}`, value: only.name } } : {};
  check.add({ code: "wrong-variable", field: field.name, message, ...fix });
}

/** A name that is given to a new variable; whether it is taken is a matter of the whole microflow. */
export function checkNewVariable(name: string, field: NewVariableField, check: FieldCheck): void {
  const at = { field: field.name };
  const fault = nameFault(name);
  if (fault !== undefined) check.add({ ...at, code: "invalid-name", message: fault });
  if (specialVariable(name)) {
    const message = `$${name} has a meaning of its own in expressions. Choose another name.`;
    check.add({ ...at, code: "reserved-variable-name", message });
  }
  if (check.typeOf(field.type)?.kind === "nothing") checkResult(at, field, check);
}

function checkResult(at: { readonly field: string }, { type }: NewVariableField, check: FieldCheck): void {
  const saved = "field" in type ? check.context.element.fields[type.field] : undefined;
  const callee = readField("microflowCall", saved)?.microflow ?? "What is called";
  const message = `${callee} returns nothing, so there is no result to name. Remove the name, or give the microflow a return type.`;
  check.add({ ...at, code: "no-result", message, fix: { label: "Remove the name", value: "" } });
}

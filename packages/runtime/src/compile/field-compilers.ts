import { type Field, type FieldKind, type FieldOf, readField } from "@rivulet/activities";
import type { Frame } from "../run/frame.ts";
import { type ActivityFields, emptyExpression } from "./activity-compiler.ts";

/** Gives the value that a field has while its activity is executed. */
export type FieldEvaluator = (frame: Frame) => unknown;

type FieldCompiler<Kind extends FieldKind> = (
  field: FieldOf<Kind>,
  activity: ActivityFields,
) => FieldEvaluator | undefined;

/** What was drawn, or what the field starts with; it is the same in every run. */
function drawn(field: Field, { element }: ActivityFields): FieldEvaluator {
  const initial = "initialValue" in field ? field.initialValue : undefined;
  const value = readField(field.kind, element.fields[field.name]) ?? initial ?? null;
  return () => value;
}

/** Fields of a connector's activity as its implementation gets them, by kind of field (see `ActivityInputs`). */
const fieldCompilers: { readonly [Kind in FieldKind]: FieldCompiler<Kind> } = {
  text: drawn,
  boolean: drawn,
  choice: drawn,
  dataType: drawn,
  entity: drawn,
  association: drawn,
  memberAssignments: drawn,
  microflowCall: drawn,
  pageCall: drawn,
  attribute: drawn,
  newVariable: () => undefined,
  variable: ({ name }, activity) => {
    if (activity.find("variable", name) === undefined) return () => null;
    const slot = activity.slotOf(name);
    return ({ slots }) => slots[slot] ?? null;
  },
  expression: ({ name }, activity) => {
    const { operand } = activity.expression(name) ?? emptyExpression;
    return (frame) => operand.valueIn(frame);
  },
};

/** Compiles a field; `undefined` for one that only names the variable that the activity makes. */
export function compileField(field: Field, activity: ActivityFields): FieldEvaluator | undefined {
  const compiler = fieldCompilers[field.kind] as FieldCompiler<FieldKind>;
  return compiler(field, activity);
}

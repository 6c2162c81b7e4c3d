import { closestName } from "@rivulet/expressions";
import type { JsonValue } from "@rivulet/model";
import type { ChoiceField, Field, FieldKind, FieldOf, TextField } from "../fields/field.ts";
import { type FieldValues, maximumExpressionLength, readField } from "../fields/field-values.ts";
import { isFieldVisible } from "../fields/visible-fields.ts";
import { checkMicroflowCall } from "./check-call.ts";
import { checkExpressionField } from "./check-expression.ts";
import { checkMembers } from "./check-members.ts";
import { checkAssociation, checkDataType, checkEntity } from "./check-model-reference.ts";
import { checkAttribute, checkPageCall } from "./check-page-call.ts";
import { checkNewVariable, checkVariable } from "./check-variable.ts";
import { type CheckOf, FieldCheck, type FieldContext } from "./field-check.ts";
import { type FieldFinding, meantName } from "./field-finding.ts";

function checkTextField(text: string, { name, label, maximumLength }: TextField, check: FieldCheck): void {
  if (text.length <= maximumLength) return;
  const message = `${label} has ${text.length} characters, and at most ${maximumLength} fit. Shorten it.`;
  check.add({ code: "text-too-long", field: name, message });
}

function checkChoice(value: string, { name, label, options }: ChoiceField, check: FieldCheck): void {
  const values = options.map((option) => option.value);
  if (values.includes(value)) return;
  const { sentence, ...fix } = meantName(closestName(value, values), `Choose one of ${values.join(", ")}.`);
  check.add({
    code: "unknown-choice",
    field: name,
    message: `${label} cannot be "${value}". ${sentence}`,
    ...fix,
  });
}

/** How values that have the form of their kind are checked, by kind of field. */
const fieldChecks: { readonly [Kind in FieldKind]: CheckOf<FieldValues[Kind], FieldOf<Kind>> } = {
  text: checkTextField,
  boolean: () => undefined,
  choice: checkChoice,
  dataType: checkDataType,
  entity: checkEntity,
  association: checkAssociation,
  variable: checkVariable,
  newVariable: checkNewVariable,
  expression: checkExpressionField,
  memberAssignments: checkMembers,
  microflowCall: checkMicroflowCall,
  pageCall: checkPageCall,
  attribute: checkAttribute,
};

const forms: { readonly [Kind in FieldKind]: string } = {
  text: "a text",
  boolean: "true or false",
  choice: "a text",
  dataType: 'a type such as { "kind": "string" }',
  entity: "the name of an entity",
  association: 'an association and an end, as in { "association": "Module.Name", "end": "owner" }',
  variable: "the name of a variable",
  newVariable: "a name",
  expression: "the text of an expression",
  memberAssignments: 'a list of { "member": ..., "value": ... }',
  microflowCall: 'a microflow and its arguments, as in { "microflow": "Module.Name", "arguments": {} }',
  pageCall: 'a page and its arguments, as in { "page": "Module.Name", "arguments": {} }',
  attribute: "the name of an attribute",
};

/** Whether nothing was filled in. */
function isBlank(json: JsonValue | undefined): boolean {
  if (json === undefined || json === null) return true;
  return typeof json === "string" ? json.trim() === "" : Array.isArray(json) && json.length === 0;
}

/** An expression for the microflow's own result is needed exactly when there is a result. */
function isNeeded(field: Field, check: FieldCheck): boolean {
  if (field.isRequired || field.kind !== "expression") return field.isRequired;
  const givesResult = field.expected.some(({ from }) => from === "ownReturnType");
  return givesResult && check.context.microflow.returnType.kind !== "nothing";
}

/** Why what stands in a field is nothing of its kind. */
function wrongForm({ label, kind }: Field, json: JsonValue | undefined): string {
  if (kind === "expression" && typeof json === "string") {
    const most = maximumExpressionLength.toLocaleString("en");
    const length = json.length.toLocaleString("en");
    return `${label} is an expression of ${length} characters, and ${most} is the most. Put parts of it into variables first.`;
  }
  return `${label} should be ${forms[kind]}. Fill it in again.`;
}

function checkField(field: Field, check: FieldCheck): void {
  const { element, definition } = check.context;
  const json = element.fields[field.name];
  if (isBlank(json)) {
    if (!isNeeded(field, check)) return;
    const message = `${definition.label} needs a value for ${field.label}: ${field.documentation}`;
    const initial = "initialValue" in field ? field.initialValue : undefined;
    const fix = initial === undefined ? {} : { fix: { label: `Use ${initial}`, value: initial } };
    return check.add({ code: "missing-value", field: field.name, message, ...fix });
  }
  const value = readField(field.kind, json);
  if (value === undefined) {
    return check.add({ code: "wrong-form", field: field.name, message: wrongForm(field, json) });
  }
  const checkOfKind = fieldChecks[field.kind] as CheckOf<FieldValues[FieldKind], Field>;
  checkOfKind(value, field, check);
}

function checkUnknownFields(check: FieldCheck): void {
  const { element, definition } = check.context;
  const names = definition.fields.map(({ name }) => name);
  for (const field of Object.keys(element.fields)) {
    if (names.includes(field)) continue;
    const { sentence } = meantName(closestName(field, names), "Remove it.");
    check.add({
      code: "unknown-field",
      field,
      message: `${definition.label} has no field "${field}". ${sentence}`,
    });
  }
}

/**
 * What is wrong with the fields of an element: the ones that count, in their order, then fields that its definition
 * does not have. Rules that concern several elements (names that are taken, outcomes) are not looked at here.
 *
 * @example checkFields({ definition, element, microflow, index, scope }).map(({ code }) => code) // ["unknown-entity"]
 */
export function checkFields(context: FieldContext): readonly FieldFinding[] {
  const check = new FieldCheck(context);
  for (const field of context.definition.fields) {
    if (isFieldVisible(field, context.element.fields)) checkField(field, check);
  }
  checkUnknownFields(check);
  return check.findings;
}

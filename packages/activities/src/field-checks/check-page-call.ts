import { closestName } from "@rivulet/expressions";
import type { AttributeField, PageCallField } from "../fields/field.ts";
import { type PageCall, readField } from "../fields/field-values.ts";
import { argumentText } from "../fields/microflow-parameters.ts";
import { checkText } from "./check-expression.ts";
import { unknownName } from "./check-model-reference.ts";
import type { FieldCheck } from "./field-check.ts";
import { meantName } from "./field-finding.ts";

/** A page that is shown: it exists, every parameter has an object of its entity, and nothing is left over. */
export function checkPageCall(call: PageCall, { name: field }: PageCallField, check: FieldCheck): void {
  const { index } = check.context;
  const unknown = unknownName("page", { name: call.page, field: `${field}.page` }, index);
  if (unknown) check.add(unknown);
  const page = index.page(call.page);
  if (!page) return;
  const parameters = page.parameters ?? [];
  for (const { name, entity } of parameters) {
    const text = argumentText(call, name);
    const at = `${field}.arguments.${name}`;
    if (text.trim() !== "") {
      checkText(text, { field: at, expected: [{ kind: "object", entity }], check });
    } else {
      const message = `${call.page} needs an object for its parameter ${name}. Write an expression.`;
      check.add({ code: "missing-argument", field: at, message });
    }
  }
  const names = parameters.map(({ name }) => name);
  for (const name of Object.keys(call.arguments)) {
    if (names.includes(name)) continue;
    const { sentence } = meantName(closestName(name, names), "Remove this argument.");
    const message = `${call.page} has no parameter ${name}. ${sentence}`;
    check.add({ code: "unknown-argument", field: `${field}.arguments.${name}`, message });
  }
}

/** An attribute of the object in a variable. */
export function checkAttribute(attribute: string, field: AttributeField, check: FieldCheck): void {
  const { index, element } = check.context;
  const variable = readField("variable", element.fields[field.object]);
  const type = variable === undefined ? undefined : check.typeOfVariable(variable);
  const shape = type?.kind === "object" ? index.shape(type.entity) : undefined;
  if (!shape || shape.attributesByName.has(attribute)) return;
  const names = shape.attributes.map(({ name }) => name);
  const { sentence, ...fix } = meantName(closestName(attribute, names), "Choose another attribute.");
  const message = `${shape.name} has no attribute ${attribute}. ${sentence}`;
  check.add({ code: "unknown-attribute", field: field.name, message, ...fix });
}

import { type ActivityDefinition, captionOf, readField } from "@rivulet/activities";
import type { ElementRecord, JsonValue } from "@rivulet/model";
import { typeLabel } from "../fields/type-label.ts";

/** Stands for a value that is still missing in the middle of a sentence. */
const missing = "…";

/** A value of an enumeration with its module, when the whole expression is one. */
const enumerationValue = /^\w+\.\w+\.\w+$/;

const lastName = (name: string) => name.slice(name.lastIndexOf(".") + 1);

/** The value of a field in a few words. */
function fieldText(definition: ActivityDefinition, name: string, value: JsonValue | undefined): string {
  const field = definition.fields.find((candidate) => candidate.name === name);
  if (!field || value === undefined) return "";
  switch (field.kind) {
    case "entity":
      return lastName(readField("entity", value) ?? "");
    case "association":
      return lastName(readField("association", value)?.association ?? "");
    case "microflowCall":
      return lastName(readField("microflowCall", value)?.microflow ?? "");
    case "pageCall":
      return lastName(readField("pageCall", value)?.page ?? "");
    case "dataType": {
      const type = readField("dataType", value);
      return type ? typeLabel(type) : "";
    }
    case "choice":
      return field.options.find((option) => option.value === value)?.label.toLowerCase() ?? "";
    case "memberAssignments":
      return "";
    default:
      if (typeof value !== "string") return String(value);
      return enumerationValue.test(value.trim()) ? lastName(value.trim()) : value.replace(/\s+/g, " ");
  }
}

/** Whether a field that is empty has to be filled in; a name for the result is left out while there is none. */
function isMissing(definition: ActivityDefinition, name: string): boolean {
  const field = definition.fields.find((candidate) => candidate.name === name);
  return field?.isRequired === true && field.kind !== "newVariable" && field.visibleWhen === undefined;
}

/**
 * The line on the canvas that says what an element really does: the definition's subtitle with the fields filled in.
 * What has to be filled in and is not yet is shown as `…`.
 *
 * @example subtitleOf(createObject, element) // "$NewDBTable = new DBTable"
 */
export function subtitleOf(definition: ActivityDefinition, element: ElementRecord): string {
  return definition.subtitle
    .replace(/(\$?)\{(\w+)\}/g, (_match, sigil: string, name: string) => {
      const text = fieldText(definition, name, element.fields[name]);
      if (text !== "") return sigil + text;
      return isMissing(definition, name) ? missing : "";
    })
    .replace(/^\s*=\s*/, "")
    .trim();
}

/** What a card says that an activity does: the chip below it names the variable already, its caption the operation. */
export function doesOf(definition: ActivityDefinition, element: ElementRecord): string {
  const does = subtitleOf(definition, element).replace(/^\$\w+ = /, "");
  const said = `${captionOf(definition, element)} `;
  return does.startsWith(said) ? does.slice(said.length) : does;
}

/** The name of the variable that an element makes, if it makes one. */
export function producedVariable(
  definition: ActivityDefinition | undefined,
  element: ElementRecord,
): string | undefined {
  const field = definition?.fields.find(
    (candidate) => candidate.kind === "newVariable" && candidate.scope === "after",
  );
  const name = field && readField("newVariable", element.fields[field.name]);
  return name === "" ? undefined : name;
}

/** What a screen reader says: the caption and what the element does. */
export function spokenName(definition: ActivityDefinition | undefined, element: ElementRecord): string {
  const does = definition ? subtitleOf(definition, element) : "";
  return [captionOf(definition, element), does].filter(Boolean).join(", ");
}

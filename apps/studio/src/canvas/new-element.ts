import {
  type ActivityDefinition,
  initialFields,
  type NewVariableField,
  readField,
  resolveType,
  suggestVariableName,
} from "@rivulet/activities";
import { analyseMicroflow, type MicroflowAnalysis } from "@rivulet/checks";
import { type ElementRecord, newRecordId, type ProjectIndex } from "@rivulet/model";
import { variableType } from "../fields/known-variables.ts";
import type { StudioProject } from "../project/studio-project.ts";

/** The type that a field of an element will give its variable, as far as it is known by now. */
function typeOf(
  index: ProjectIndex,
  analysis: MicroflowAnalysis,
  { element, field }: { readonly element: ElementRecord; readonly field: NewVariableField },
) {
  return resolveType(field.type, {
    index,
    microflow: analysis.microflow,
    element,
    variable: (name) => variableType(analysis, name),
  });
}

/** Where an element stands, in a project as it is or as it would be. */
export interface ElementPlace {
  readonly index: ProjectIndex;
  readonly microflow: string;
}

/**
 * Gives the variables that an element makes their proposed names, where they have none yet and their type is known
 * (seed catalog, default variable names). A name that a person chose stays.
 */
export function withSuggestedNames(
  project: StudioProject,
  element: ElementRecord,
  {
    index,
    microflow,
    isOwnChoice = () => true,
  }: ElementPlace & { readonly isOwnChoice?: (field: string) => boolean },
): ElementRecord {
  const record = index.records.get(microflow);
  const definition = project.catalog.find(element.kind);
  if (record?.type !== "microflow" || !definition) return element;
  const analysis = analyseMicroflow(record, { index, catalog: project.catalog });
  const fields = { ...element.fields };
  for (const field of definition.fields) {
    if (field.kind !== "newVariable") continue;
    const present = readField("newVariable", fields[field.name]);
    if (present !== undefined && present !== "" && isOwnChoice(field.name)) continue;
    const type = typeOf(index, analysis, { element: { ...element, fields }, field });
    if (!type) continue;
    const isTaken = (name: string) => {
      const owner = analysis.variablesByName.get(name);
      return owner !== undefined && owner.element.id !== element.id;
    };
    fields[field.name] = suggestVariableName(field, { type, isTaken });
  }
  return { ...element, fields };
}

/** A new element of a kind with the first values of its fields. */
export function newElement(definition: ActivityDefinition, parent: string): ElementRecord {
  return {
    id: newRecordId(),
    type: "element",
    parent,
    kind: definition.kind,
    fields: initialFields(definition),
  };
}

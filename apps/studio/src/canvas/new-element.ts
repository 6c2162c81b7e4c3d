import {
  type ActivityDefinition,
  initialFields,
  type NewVariableField,
  readField,
  resolveType,
  suggestVariableName,
} from "@rivulet/activities";
import { analyseMicroflow, type MicroflowAnalysis } from "@rivulet/checks";
import { type ElementRecord, newRecordId } from "@rivulet/model";
import { variableType } from "../fields/known-variables.ts";
import type { StudioProject } from "../project/studio-project.ts";

function analysisOf(project: StudioProject, microflow: string): MicroflowAnalysis | undefined {
  const record = project.record(microflow);
  if (record?.type !== "microflow") return undefined;
  return analyseMicroflow(record, { index: project.index, catalog: project.catalog });
}

/** The type that a field of an element will give its variable, as far as it is known by now. */
function typeOf(
  project: StudioProject,
  analysis: MicroflowAnalysis,
  element: ElementRecord,
  field: NewVariableField,
) {
  return resolveType(field.type, {
    index: project.index,
    microflow: analysis.microflow,
    element,
    variable: (name) => variableType(analysis, name),
  });
}

/**
 * Gives the variables that an element makes their proposed names, where they have none yet and their type is known
 * (seed catalog, default variable names). A name that a person chose stays.
 */
export function withSuggestedNames(
  project: StudioProject,
  microflow: string,
  element: ElementRecord,
  isOwnChoice: (field: string) => boolean = () => true,
): ElementRecord {
  const analysis = analysisOf(project, microflow);
  const definition = project.catalog.find(element.kind);
  if (!analysis || !definition) return element;
  const fields = { ...element.fields };
  for (const field of definition.fields) {
    if (field.kind !== "newVariable") continue;
    const present = readField("newVariable", fields[field.name]);
    if (present !== undefined && present !== "" && isOwnChoice(field.name)) continue;
    const type = typeOf(project, analysis, { ...element, fields }, field);
    if (!type) continue;
    const isTaken = (name: string) => {
      const owner = analysis.variablesByName.get(name);
      return owner !== undefined && owner.element.id !== element.id;
    };
    fields[field.name] = suggestVariableName(field, { type, isTaken });
  }
  return { ...element, fields };
}

/** A new element of a kind, with the first values of its fields and what can be proposed already. */
export function newElement(
  project: StudioProject,
  definition: ActivityDefinition,
  place: { readonly microflow: string; readonly parent: string },
): ElementRecord {
  const element: ElementRecord = {
    id: newRecordId(),
    type: "element",
    parent: place.parent,
    kind: definition.kind,
    fields: initialFields(definition),
  };
  return withSuggestedNames(project, place.microflow, element);
}

import { type ActivityDefinition, type NewVariableField, readField } from "@rivulet/activities";
import { analyseMicroflow, type MicroflowAnalysis } from "@rivulet/checks";
import { type ElementRecord, type JsonValue, ProjectIndex } from "@rivulet/model";
import { withSuggestedNames } from "../canvas/new-element.ts";
import type { StudioProject } from "../project/studio-project.ts";

/** A microflow as it would be with an element that is being edited. */
export interface Draft {
  readonly element: ElementRecord;
  readonly index: ProjectIndex;
  readonly analysis: MicroflowAnalysis;
}

/** The microflow that an element is in, through the loops round it. */
export function microflowOfElement(project: StudioProject, element: ElementRecord): string | undefined {
  let parent = project.record(element.parent);
  while (parent?.type === "element") parent = project.record(parent.parent);
  return parent?.type === "microflow" ? parent.id : undefined;
}

/** Looks at the project as if the element were saved; `undefined` when its microflow is gone. */
export function draftOf(project: StudioProject, element: ElementRecord): Draft | undefined {
  const id = microflowOfElement(project, element);
  const isUnchanged = project.record(element.id) === element;
  const index = isUnchanged
    ? project.index
    : new ProjectIndex(new Map([...project.index.records, [element.id, element]]));
  const microflow = id === undefined ? undefined : index.records.get(id);
  if (microflow?.type !== "microflow") return undefined;
  return { element, index, analysis: analyseMicroflow(microflow, { index, catalog: project.catalog }) };
}

const newVariables = (definition: ActivityDefinition) =>
  definition.fields.filter((field): field is NewVariableField => field.kind === "newVariable");

/** The names that would be proposed for an element as it is. */
function proposals(
  project: StudioProject,
  microflow: string,
  element: ElementRecord,
): ElementRecord["fields"] {
  return withSuggestedNames(project, microflow, element, () => false).fields;
}

/**
 * Changes fields of an element. A variable name that was only proposed follows the change, one that a person wrote
 * stays: choosing another entity renames `$NewOrder` to `$NewCustomer`, but never `$Mine`.
 */
export function changeFields(
  project: StudioProject,
  element: ElementRecord,
  changes: Readonly<Record<string, JsonValue | undefined>>,
): ElementRecord {
  const definition = project.catalog.find(element.kind);
  const microflow = microflowOfElement(project, element);
  const fields = Object.fromEntries(
    Object.entries({ ...element.fields, ...changes }).filter(([, value]) => value !== undefined),
  ) as Record<string, JsonValue>;
  const changed = { ...element, fields };
  if (!definition || microflow === undefined) return changed;
  const proposedBefore = proposals(project, microflow, element);
  const isOwnChoice = (name: string) => {
    if (name in changes) return true;
    const present = readField("newVariable", element.fields[name]);
    return present !== undefined && present !== "" && present !== proposedBefore[name];
  };
  const wasAnyProposed = newVariables(definition).some(({ name }) => !isOwnChoice(name));
  return wasAnyProposed ? withSuggestedNames(project, microflow, changed, isOwnChoice) : changed;
}

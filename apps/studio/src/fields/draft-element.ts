import { type ActivityDefinition, type NewVariableField, readField } from "@rivulet/activities";
import { analyseMicroflow, type MicroflowAnalysis } from "@rivulet/checks";
import { type ElementRecord, type JsonValue, type Problem, ProjectIndex } from "@rivulet/model";
import type { DataType } from "@rivulet/values";
import { withSuggestedNames } from "../canvas/new-element.ts";
import type { StudioProject } from "../project/studio-project.ts";
import { listOfValue } from "./fill-element.ts";
import { microflowOfElement } from "./microflow-of-element.ts";
import { microflowProblems } from "./microflow-problems.ts";

/** What a dialog edits: an element and, at an end event, the type that its microflow returns. */
export interface ElementDraft {
  readonly element: ElementRecord;
  /** `undefined` leaves it as it is. */
  readonly returnType?: DataType | undefined;
}

/** A microflow as it would be with what is being edited. */
export interface DraftView {
  readonly index: ProjectIndex;
  readonly analysis: MicroflowAnalysis;
  /** Those of the element alone. */
  readonly problems: readonly Problem[];
}

function indexWith(project: StudioProject, { element, returnType }: ElementDraft): ProjectIndex {
  const isUnchanged = project.record(element.id) === element && returnType === undefined;
  if (isUnchanged) return project.index;
  const records = new Map([...project.index.records, [element.id, element]]);
  const id = microflowOfElement(project, element);
  const microflow = id === undefined ? undefined : records.get(id);
  if (microflow?.type === "microflow" && returnType) records.set(microflow.id, { ...microflow, returnType });
  return new ProjectIndex(records);
}

/** Looks at the project as if the draft were saved; `undefined` when its microflow is gone. */
export function viewDraft(project: StudioProject, draft: ElementDraft): DraftView | undefined {
  const id = microflowOfElement(project, draft.element);
  const index = indexWith(project, draft);
  const microflow = id === undefined ? undefined : index.records.get(id);
  if (microflow?.type !== "microflow") return undefined;
  const { catalog } = project;
  const problems = microflowProblems(index, catalog, microflow.id);
  return {
    index,
    analysis: analyseMicroflow(microflow, { index, catalog }),
    problems: problems.filter(({ place }) => place.record === draft.element.id),
  };
}

const newVariables = (definition: ActivityDefinition) =>
  definition.fields.filter((field): field is NewVariableField => field.kind === "newVariable");

/** The names that would be proposed for an element as it is. */
function proposals(
  project: StudioProject,
  microflow: string,
  element: ElementRecord,
): ElementRecord["fields"] {
  const place = { index: project.index, microflow };
  return withSuggestedNames(project, element, { ...place, isOwnChoice: () => false }).fields;
}

/**
 * Changes fields of an element. A variable name that was only proposed follows the change, one that a person wrote
 * stays: choosing another entity renames `$NewOrder` to `$NewCustomer`, but never `$Mine`. An object to add chooses
 * the list when only one fits.
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
  if (!definition || microflow === undefined) return { ...element, fields };
  const changed = {
    ...element,
    fields: { ...fields, ...listOfValue(project, { element: { ...element, fields }, changes, microflow }) },
  };
  const proposedBefore = proposals(project, microflow, element);
  const isOwnChoice = (name: string) => {
    if (name in changes) return true;
    const present = readField("newVariable", element.fields[name]);
    return present !== undefined && present !== "" && present !== proposedBefore[name];
  };
  const wasAnyProposed = newVariables(definition).some(({ name }) => !isOwnChoice(name));
  if (!wasAnyProposed) return changed;
  return withSuggestedNames(project, changed, { index: project.index, microflow, isOwnChoice });
}

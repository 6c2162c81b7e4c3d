import type { ElementRecord, JsonValue } from "@rivulet/model";
import type { DataType } from "@rivulet/values";
import { type ElementDraft, viewDraft } from "../fields/draft-element.ts";
import type { ElementFormState } from "../fields/element-form-context.tsx";
import type { StudioProject } from "../project/studio-project.ts";

/** How the form of an element tells its changes. */
export interface FormChanges {
  readonly change: (fields: Readonly<Record<string, JsonValue | undefined>>) => void;
  readonly changeReturnType: (type: DataType) => void;
}

/** What the fields of an element see; `undefined` when no installed connector knows its kind. */
export function elementFormState(
  project: StudioProject,
  draft: ElementDraft,
  changes: FormChanges,
): ElementFormState | undefined {
  const { element } = draft;
  const definition = project.catalog.find(element.kind);
  const view = definition && viewDraft(project, draft);
  if (!definition || !view) return undefined;
  return {
    ...changes,
    element,
    definition,
    index: view.index,
    analysis: view.analysis,
    scope: view.analysis.scopeAt(element.id),
    problems: view.problems,
    isReadOnly: isElementReadOnly(project, element),
  };
}

/** Whether an element belongs to a connector module. */
function isElementReadOnly(project: StudioProject, element: ElementRecord): boolean {
  return project.isReadOnly(element.id);
}

import { readField } from "@rivulet/activities";
import type { ElementRecord } from "@rivulet/model";
import { withRenamedVariable } from "../canvas/rename-variable.ts";
import { type ElementDraft } from "../fields/draft-element.ts";
import { microflowOfElement } from "../fields/microflow-of-element.ts";
import type { StudioProject } from "../project/studio-project.ts";

/** The variables of an element that have another name now. */
function renamedVariables(project: StudioProject, before: ElementRecord, after: ElementRecord) {
  const fields = project.catalog.find(before.kind)?.fields ?? [];
  return fields.flatMap((field) => {
    if (field.kind !== "newVariable") return [];
    const from = readField("newVariable", before.fields[field.name]) ?? "";
    const to = readField("newVariable", after.fields[field.name]) ?? "";
    return from !== "" && to !== "" && from !== to ? [{ from, to }] : [];
  });
}

/**
 * Saves what was edited of an element as one step. Variables that have another name now are called so wherever they
 * are used.
 */
export function saveElement(
  project: StudioProject,
  before: ElementRecord,
  draft: ElementDraft & { readonly mergeKey?: string },
): void {
  const { element, returnType, mergeKey } = draft;
  const microflow = microflowOfElement(project, before);
  if (microflow === undefined) return;
  const label = `Edit ${project.catalog.find(before.kind)?.label.toLowerCase() ?? "element"}`;
  const [names] = renamedVariables(project, before, element);
  const others = names ? withRenamedVariable(project, microflow, names) : [];
  project.store.transact(
    label,
    (transaction) => {
      for (const other of others) if (other.id !== element.id) transaction.put(other);
      if (element !== before) transaction.put(element);
      if (returnType) transaction.update("microflow", microflow, { returnType });
    },
    mergeKey === undefined ? {} : { mergeKey },
  );
}

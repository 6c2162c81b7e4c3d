import type { ElementRecord, JsonValue, ProjectIndex } from "@rivulet/model";
import type { DataType } from "@rivulet/values";
import type { ActivityCatalog } from "../activity-catalog.ts";
import type { Field } from "../fields/field.ts";
import { visibleFields } from "../fields/visible-fields.ts";
import { walkField } from "./field-names.ts";
import { collectReferences, NameWalk, type Reference, type Renaming } from "./reference.ts";

/** The result of the microflow decides about no name in its elements. */
const microflow = { returnType: { kind: "nothing" } } as const;

/** What stands around an element whose names are looked for. */
export interface ElementSurroundings {
  readonly catalog: ActivityCatalog;
  readonly index: ProjectIndex;
  /** Type of a variable where the element stands. Without it, attributes of variables are not found. */
  readonly variable?: (name: string) => DataType | undefined;
}

function walkFields(
  element: ElementRecord,
  fields: readonly Field[],
  { around, walk }: { readonly around: ElementSurroundings; readonly walk: NameWalk },
): Record<string, JsonValue> {
  const { index, variable = () => undefined } = around;
  const on = { walk, context: { index, microflow, element, variable } };
  const values: Record<string, JsonValue> = { ...element.fields };
  for (const field of fields) {
    const value = walkField(field, element.fields[field.name], on);
    if (value !== undefined) values[field.name] = value;
  }
  return values;
}

/**
 * What an element uses and which variables it makes, in the order of its fields. Fields that do not count are passed
 * over; an element of an unknown kind has none.
 *
 * @example elementReferences(createList, { catalog, index })
 * // [{ kind: "entity", name: "Sales.Order", ... }, { kind: "variable", name: "OrderList", isDeclaration: true, ... }]
 */
export function elementReferences(element: ElementRecord, around: ElementSurroundings): Reference[] {
  const definition = around.catalog.find(element.kind);
  const fields = definition ? visibleFields(definition, element.fields) : [];
  return collectReferences((walk) => walkFields(element, fields, { around, walk }));
}

/**
 * The element with other names in its fields, expressions included; the same object when nothing changes. The project
 * around it is the one before the renaming.
 *
 * @example renameInElement(element, (reference) => (reference.name === "Sales.Order" ? "Sales.Purchase" : undefined), around)
 */
export function renameInElement(
  element: ElementRecord,
  rename: Renaming,
  around: ElementSurroundings,
): ElementRecord {
  let isChanged = false;
  const walk = new NameWalk((reference) => {
    const name = rename(reference);
    isChanged ||= name !== undefined && name !== reference.name;
    return name;
  });
  const fields = around.catalog.find(element.kind)?.fields ?? [];
  const renamed = walkFields(element, fields, { around, walk });
  return isChanged ? { ...element, fields: renamed } : element;
}

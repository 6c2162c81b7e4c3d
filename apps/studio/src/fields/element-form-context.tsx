import type { ActivityDefinition } from "@rivulet/activities";
import type { ElementScope, MicroflowAnalysis } from "@rivulet/checks";
import type { ElementRecord, JsonValue, Problem, ProjectIndex } from "@rivulet/model";
import type { DataType } from "@rivulet/values";
import { createContext, use } from "react";
import { isIn } from "./field-place.ts";

/** What the fields of one element can see while it is edited. */
export interface ElementFormState {
  /** As it would be saved now. */
  readonly element: ElementRecord;
  readonly definition: ActivityDefinition;
  readonly index: ProjectIndex;
  readonly analysis: MicroflowAnalysis;
  /** What can be used where the element stands. */
  readonly scope: ElementScope;
  /** The problems of this element, shown under their fields. */
  readonly problems: readonly Problem[];
  readonly isReadOnly: boolean;
  /** Changes one field, or several that belong together. */
  readonly change: (fields: Readonly<Record<string, JsonValue | undefined>>) => void;
  /** Changes the type that the microflow returns; offered at its end events. */
  readonly changeReturnType: (type: DataType) => void;
}

const Context = createContext<ElementFormState | undefined>(undefined);
export const ElementFormProvider = Context;

/** The form that a field is in. */
export function useElementForm(): ElementFormState {
  const form = use(Context);
  if (!form) throw new Error("There is no form here.");
  return form;
}

/** The sentence under a field: its first error; warnings stand at the head of the form. `at` narrows it to a part, as `members[0].value`. */
export function useFieldProblem(field: string): string | undefined {
  const { problems } = useElementForm();
  return problems.find(({ place, severity }) => severity === "error" && isIn(place.field, field))?.message;
}

import type { ElementRecord, Problem } from "@rivulet/model";
import { isIn } from "../fields/field-place.ts";

/** Problems of the flow round an element, which its own dialog cannot mend. */
const ofSurroundings: ReadonlySet<string> = new Set(["unused-variable", "empty-body", "unreachable"]);
const ofEmptyFields: ReadonlySet<string> = new Set(["missing-value", "missing-argument"]);

/**
 * The problems that a dialog shows. What is still to be filled in is no mistake before somebody was there: a field
 * that is empty as it was when the dialog opened is not red.
 *
 * @param saved the element as it was when the dialog opened
 * @param draft the element as it would be saved now
 */
export function dialogProblems(
  problems: readonly Problem[],
  saved: ElementRecord,
  draft: ElementRecord,
): readonly Problem[] {
  const fields = new Set([...Object.keys(saved.fields), ...Object.keys(draft.fields)]);
  const touched = [...fields].filter((field) => saved.fields[field] !== draft.fields[field]);
  return problems.filter(({ code, place }) => {
    if (ofEmptyFields.has(code)) return touched.some((field) => isIn(place.field, field));
    return !ofSurroundings.has(code);
  });
}

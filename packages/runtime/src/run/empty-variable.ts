import { FlowError } from "../ports/flow-error.ts";

/** The failure of an activity whose object or list is empty; `field` names the variable. */
export function emptyVariable(
  code: "empty-object" | "empty-list-variable",
  name: string,
  field: string,
): FlowError {
  const what = code === "empty-object" ? "no object" : "no list, not even one without members";
  return new FlowError({
    code,
    message: `$${name} is empty: there is ${what}. Check $${name} != empty first, with a decision.`,
    place: { field },
  });
}

import type { NamedOutcome } from "@rivulet/activities";

/** What an activity may foresee: drawn as a flow of its own it is no error. */
export const conditionFailed: NamedOutcome = {
  name: "conditionFailed",
  label: "Condition failed",
  documentation: "ConditionExpression does not hold for the item as it is; nothing was changed.",
  errors: ["aws-condition-failed"],
};

/** There is no item with the key. Without a flow for it the response has no values, and that is no error. */
export const itemNotFound: NamedOutcome = {
  name: "notFound",
  label: "Not found",
  documentation: "There is no item with this key. Without a flow for it, the response just has no values.",
  errors: ["item-not-found"],
};

/** There is no such table. */
export const tableNotFound: NamedOutcome = {
  name: "notFound",
  label: "Not found",
  documentation: "There is no table of this name in the region.",
  errors: ["aws-not-found"],
};

/** AWS throttled the call. */
export const throttled: NamedOutcome = {
  name: "throttled",
  label: "Throttled",
  documentation: "AWS throttled the call in all of its attempts.",
  errors: ["aws-throttled"],
};

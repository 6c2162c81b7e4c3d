import { defineActivity } from "../definition.ts";

/** Chooses one way by a condition. */
export const decision = defineActivity({
  kind: "decision",
  label: "Decision",
  group: "flow",
  icon: "split",
  summary: "Goes one way of several.",
  documentation:
    "The condition is a Boolean, with a flow for `true` and one for `false`; or an enumeration, with a flow for each of its keys and one for `(empty)`. Several outcomes may share a flow. Exactly one flow is taken.",
  synonyms: ["if", "exclusive split", "condition", "switch", "branch"],
  fields: [
    {
      name: "condition",
      kind: "expression",
      label: "Condition",
      documentation: "A Boolean or an enumeration.",
      isRequired: true,
      expected: [],
    },
  ],
  subtitle: "{condition}",
  outcomes: { kind: "byExpression", field: "condition" },
  errorHandling: ["customWithRollback", "customWithoutRollback"],
  raises: ["empty-condition"],
});

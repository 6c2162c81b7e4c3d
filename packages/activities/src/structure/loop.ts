import { defineActivity } from "../definition.ts";

/** Does its body once for each object of a list. */
export const loop = defineActivity({
  kind: "loop",
  label: "Loop",
  group: "list",
  icon: "repeat",
  summary: "Does its body once for each object of a list.",
  documentation:
    "The loop goes over the list as it stood when the loop began. Inside, the iterator is the present object and `$currentIndex` its position from 0. Variables made inside are not known outside. A round begins at the one element of the body that no flow leads to, and is over where no flow goes on. With the error handling Continue, a round that fails is over and the next one begins.",
  synonyms: ["for each", "iterate", "repeat"],
  fields: [
    {
      name: "list",
      kind: "variable",
      label: "Iterate over",
      documentation: "The list to go over.",
      isRequired: true,
      accepts: "list",
    },
    {
      name: "iterator",
      kind: "newVariable",
      label: "Loop object name",
      documentation: "Name of the present object inside the loop.",
      isRequired: true,
      type: { from: "memberOf", field: "list" },
      suggestion: { one: "Iterator{entity}", many: "Iterator{entity}" },
      scope: "inside",
    },
  ],
  subtitle: "for each ${iterator} in ${list}",
  errorHandling: ["continue"],
  raises: ["empty-list-variable"],
  hasBody: true,
});

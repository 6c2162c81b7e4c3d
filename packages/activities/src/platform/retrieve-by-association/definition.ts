import { defineActivity } from "../../definition.ts";

/** Follows an association from an object. */
export const retrieveByAssociation = defineActivity({
  kind: "retrieveByAssociation",
  label: "Retrieve",
  group: "object",
  icon: "waypoints",
  summary: "Gets the objects that an object is associated with.",
  documentation:
    "Works from both ends of an association, also for objects that were never stored. The result is an object where at most one can be there, else a list in the order in which the objects were linked.",
  synonyms: ["retrieve object(s)", "get", "association", "related"],
  fields: [
    {
      name: "start",
      kind: "variable",
      label: "Start variable",
      documentation: "The object from which to look.",
      isRequired: true,
      accepts: "object",
    },
    {
      name: "association",
      kind: "association",
      label: "Association",
      documentation: "The association to follow, and the end at which the start variable stands.",
      isRequired: true,
      start: "start",
    },
    {
      name: "output",
      kind: "newVariable",
      label: "Object or list name",
      documentation: "Name of what was found.",
      isRequired: true,
      type: { from: "association", field: "association" },
      suggestion: { one: "{entity}", many: "{entity}List" },
      scope: "after",
    },
  ],
  subtitle: "${output} = ${start}/{association}",
  raises: ["empty-object"],
});

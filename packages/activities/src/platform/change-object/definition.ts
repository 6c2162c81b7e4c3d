import { defineActivity } from "../../definition.ts";

/** Sets members of an object. */
export const changeObject = defineActivity({
  kind: "changeObject",
  label: "Change object",
  group: "object",
  icon: "pencil",
  summary: "Sets attributes and associations of an object.",
  documentation:
    "The listed members are set in their order. An association that holds many objects can also have some added or removed.",
  synonyms: ["set", "update", "edit"],
  fields: [
    {
      name: "object",
      kind: "variable",
      label: "Object",
      documentation: "The object to change.",
      isRequired: true,
      accepts: "object",
    },
    {
      name: "members",
      kind: "memberAssignments",
      label: "Members",
      documentation: "New values.",
      isRequired: true,
      object: { from: "variable", field: "object" },
      allowsAddAndRemove: true,
    },
  ],
  subtitle: "change ${object}",
  raises: ["empty-object", "value-out-of-range"],
});

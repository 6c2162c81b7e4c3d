import { defineActivity } from "../../definition.ts";

/** Makes an object in memory. */
export const createObject = defineActivity({
  kind: "createObject",
  label: "Create object",
  group: "object",
  icon: "box",
  summary: "Makes a new object and fills its members.",
  documentation:
    "The object starts with the default values of its entity; then the listed members are set, in their order. It lives in memory until it is stored.",
  synonyms: ["new", "instantiate"],
  fields: [
    {
      name: "entity",
      kind: "entity",
      label: "Entity",
      documentation: "What to make. Abstract entities have no objects of their own.",
      isRequired: true,
      allowsAbstract: false,
    },
    {
      name: "members",
      kind: "memberAssignments",
      label: "Members",
      documentation: "First values of attributes and associations.",
      isRequired: false,
      object: { from: "entityField", field: "entity", as: "object" },
      allowsAddAndRemove: false,
    },
    {
      name: "output",
      kind: "newVariable",
      label: "Object name",
      documentation: "Name of the new object.",
      isRequired: true,
      type: { from: "entityField", field: "entity", as: "object" },
      suggestion: { one: "New{entity}", many: "New{entity}" },
      scope: "after",
    },
  ],
  subtitle: "${output} = new {entity}",
  raises: ["value-out-of-range"],
});

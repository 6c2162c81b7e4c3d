import { defineActivity } from "../../definition.ts";

/** Makes an empty list. */
export const createList = defineActivity({
  kind: "createList",
  label: "Create list",
  group: "list",
  icon: "list-plus",
  summary: "Makes an empty list of an entity.",
  documentation: "The list takes objects of the entity and of its specializations.",
  synonyms: ["new list"],
  fields: [
    {
      name: "entity",
      kind: "entity",
      label: "Entity",
      documentation: "What the list holds.",
      isRequired: true,
      allowsAbstract: true,
    },
    {
      name: "output",
      kind: "newVariable",
      label: "List name",
      documentation: "Name of the new list.",
      isRequired: true,
      type: { from: "entityField", field: "entity", as: "list" },
      suggestion: { one: "{entity}List", many: "{entity}List" },
      scope: "after",
    },
  ],
  subtitle: "${output} = list of {entity}",
});

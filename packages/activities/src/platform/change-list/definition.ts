import { defineActivity } from "../../definition.ts";

/** Adds to a list, takes from it, empties or replaces it. */
export const changeList = defineActivity({
  kind: "changeList",
  label: "Change list",
  group: "list",
  icon: "list-checks",
  summary: "Adds objects to a list, removes them, clears or replaces the list.",
  documentation:
    "The list itself changes, so whoever holds it sees the change. Adding allows duplicates; removing takes away one occurrence and is silent when there is none; replacing clears and then adds. An empty value adds or removes nothing.",
  synonyms: ["add to list", "remove from list", "clear list", "append"],
  fields: [
    {
      name: "list",
      kind: "variable",
      label: "List",
      documentation: "The list to change.",
      isRequired: true,
      accepts: "list",
    },
    {
      name: "operation",
      kind: "choice",
      label: "Type",
      documentation: "What to do with the list.",
      isRequired: true,
      initialValue: "add",
      options: [
        {
          value: "add",
          label: "Add",
          documentation: "Puts the object, or all objects of the list, at the end.",
        },
        { value: "remove", label: "Remove", documentation: "Takes one occurrence of each away." },
        { value: "clear", label: "Clear", documentation: "Takes everything away." },
        { value: "replace", label: "Replace", documentation: "Clears the list, then adds." },
      ],
    },
    {
      name: "value",
      kind: "expression",
      label: "Value",
      documentation: "An object or a list of objects of the list's entity.",
      isRequired: true,
      expected: [
        { from: "memberOf", field: "list" },
        { from: "variable", field: "list" },
      ],
      visibleWhen: { field: "operation", isOneOf: ["add", "remove", "replace"] },
    },
  ],
  subtitle: "{operation} {value} ${list}",
  raises: ["empty-list-variable", "list-limit"],
});

import { defineActivity } from "../../definition.ts";

/** Gives a variable another value. */
export const changeVariable = defineActivity({
  kind: "changeVariable",
  label: "Change variable",
  group: "variable",
  icon: "pen-line",
  summary: "Gives a variable a new value of the same type.",
  documentation:
    "Only variables of a simple type can be changed; objects and lists have activities of their own.",
  synonyms: ["set variable", "assign"],
  fields: [
    {
      name: "variable",
      kind: "variable",
      label: "Variable",
      documentation: "The variable to change.",
      isRequired: true,
      accepts: "scalar",
    },
    {
      name: "value",
      kind: "expression",
      label: "Value",
      documentation: "The new value.",
      isRequired: true,
      expected: [{ from: "variable", field: "variable" }],
    },
  ],
  subtitle: "${variable} = {value}",
});

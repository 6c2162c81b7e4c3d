import { defineActivity } from "../../definition.ts";

/** Makes a variable that holds a single value. */
export const createVariable = defineActivity({
  kind: "createVariable",
  label: "Create variable",
  group: "variable",
  icon: "variable",
  summary: "Makes a variable of a simple type.",
  documentation: "Objects and lists are made by their own activities.",
  synonyms: ["new variable", "declare"],
  fields: [
    {
      name: "type",
      kind: "dataType",
      label: "Data type",
      documentation: "What the variable holds.",
      isRequired: true,
      allowed: ["string", "integer", "decimal", "boolean", "dateTime", "enumeration"],
    },
    {
      name: "value",
      kind: "expression",
      label: "Value",
      documentation: "The first value. Left out, the variable is empty.",
      isRequired: false,
      expected: [{ from: "dataTypeField", field: "type" }],
    },
    {
      name: "output",
      kind: "newVariable",
      label: "Variable name",
      documentation: "Name of the new variable.",
      isRequired: true,
      type: { from: "dataTypeField", field: "type" },
      suggestion: { one: "Variable", many: "Variable" },
      scope: "after",
    },
  ],
  subtitle: "${output} = {value}",
});

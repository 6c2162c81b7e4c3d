import { defineActivity } from "../definition.ts";

/** A value that the caller of the microflow gives. */
export const parameter = defineActivity({
  kind: "parameter",
  label: "Parameter",
  group: "flow",
  icon: "log-in",
  summary: "A value that the caller gives.",
  documentation:
    "A parameter can be used everywhere in the microflow. Objects and lists are given by reference, other values by value.",
  synonyms: ["input", "argument"],
  fields: [
    {
      name: "name",
      kind: "newVariable",
      label: "Name",
      documentation: "Name of the parameter and of its variable.",
      isRequired: true,
      type: { from: "dataTypeField", field: "type" },
      suggestion: { one: "{entity}", many: "{entity}List" },
      scope: "after",
    },
    {
      name: "type",
      kind: "dataType",
      label: "Type",
      documentation: "What the caller may give.",
      isRequired: true,
      allowed: [
        "string",
        "integer",
        "decimal",
        "boolean",
        "dateTime",
        "binary",
        "enumeration",
        "object",
        "list",
      ],
    },
    {
      name: "isRequired",
      kind: "boolean",
      label: "Required",
      documentation:
        "Whether the caller must give a value. A parameter that is not required is empty when left out.",
      isRequired: false,
      initialValue: true,
    },
    {
      name: "documentation",
      kind: "text",
      label: "Documentation",
      documentation: "Shown to whoever calls the microflow.",
      isRequired: false,
      isMultiline: true,
      maximumLength: 10_000,
    },
  ],
  subtitle: "{type}",
  outcomes: { kind: "none" },
  allowedIn: ["microflow"],
  errorHandling: [],
});

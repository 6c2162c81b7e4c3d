import { defineActivity } from "../../definition.ts";

/** Runs another microflow. */
export const microflowCall = defineActivity({
  kind: "microflowCall",
  label: "Microflow call",
  group: "call",
  icon: "workflow",
  summary: "Runs another microflow and takes its result.",
  documentation:
    "Objects and lists are given by reference, other values by value. A call checks no roles: the roles of a microflow count where a run is started from outside.",
  synonyms: ["call microflow", "sub-microflow", "submicroflow"],
  fields: [
    {
      name: "call",
      kind: "microflowCall",
      label: "Microflow",
      documentation: "The microflow to run, and a value for each of its parameters.",
      isRequired: true,
    },
    {
      name: "output",
      kind: "newVariable",
      label: "Result name",
      documentation: "Name of the result. Left out when the result is not used.",
      isRequired: false,
      type: { from: "microflowResult", field: "call" },
      suggestion: { one: "{entity}", many: "{entity}List" },
      scope: "after",
    },
  ],
  subtitle: "${output} = {call}",
  raises: ["call-depth-limit"],
});

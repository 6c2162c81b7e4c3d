import { defineActivity } from "../definition.ts";

/** Where a run ends, with the microflow's result. */
export const end = defineActivity({
  kind: "end",
  label: "End",
  group: "flow",
  icon: "circle-stop",
  summary: "Ends the microflow and gives its result.",
  documentation:
    "A microflow may have several end events; all of them return the same type, the return type of the microflow. An end event cannot stand in a loop.",
  synonyms: ["return", "stop", "result"],
  fields: [
    {
      name: "returnValue",
      kind: "expression",
      label: "Return value",
      documentation: "The result of the microflow. Left out when the microflow returns nothing.",
      isRequired: false,
      expected: [{ from: "ownReturnType" }],
    },
  ],
  subtitle: "{returnValue}",
  outcomes: { kind: "end" },
  allowedIn: ["microflow"],
  errorHandling: [],
});

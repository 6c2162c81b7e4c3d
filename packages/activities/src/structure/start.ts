import { defineActivity } from "../definition.ts";

/** Where a run begins. */
export const start = defineActivity({
  kind: "start",
  label: "Start",
  group: "flow",
  icon: "circle",
  summary: "Where a run begins.",
  documentation: "Every microflow has exactly one start event.",
  fields: [],
  subtitle: "",
  allowedIn: ["microflow"],
  isSingle: true,
  isInToolbox: false,
  errorHandling: [],
});

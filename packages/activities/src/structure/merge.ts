import { defineActivity } from "../definition.ts";

/** Joins flows, also ones that lead back. */
export const merge = defineActivity({
  kind: "merge",
  label: "Merge",
  group: "flow",
  icon: "merge",
  summary: "Joins several flows into one.",
  documentation:
    "A flow may lead back to an earlier merge: that draws a repetition, for example a retry or the next page of a list.",
  synonyms: ["join", "exclusive merge"],
  fields: [],
  subtitle: "",
  errorHandling: [],
});

import { defineActivity } from "../../definition.ts";

/** Closes the page from which the run was started. */
export const closePage = defineActivity({
  kind: "closePage",
  label: "Close page",
  group: "client",
  icon: "panel-top-close",
  summary: "Closes the page from which the run was started, after it has ended.",
  documentation: "What was under it is shown with new data. What was typed into it stays in its objects.",
  synonyms: ["close form", "back"],
  fields: [],
  subtitle: "",
  raises: ["client-action-limit"],
});

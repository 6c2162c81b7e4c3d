import { defineActivity } from "../../definition.ts";

/** Shows the page with which the application begins. */
export const showHomePage = defineActivity({
  kind: "showHomePage",
  label: "Show home page",
  group: "client",
  icon: "house",
  summary: "Shows the home page of whoever started the run, after it has ended.",
  documentation: "Which page that is says the navigation, by the role of whoever started the run.",
  synonyms: ["home", "start page"],
  fields: [],
  subtitle: "",
  raises: ["client-action-limit"],
});

import { defineActivity } from "../../definition.ts";

/** Shows a page to whoever started the run. */
export const showPage = defineActivity({
  kind: "showPage",
  label: "Show page",
  group: "client",
  icon: "panel-top-open",
  summary: "Shows a page to whoever started the run, after it has ended.",
  documentation:
    "It takes effect when the whole run is done, in the order in which such activities were reached; a run that fails shows nothing. A run that nobody started from a page returns it as a client action.",
  synonyms: ["open page", "navigate", "form"],
  fields: [
    {
      name: "page",
      kind: "pageCall",
      label: "Page",
      documentation: "The page, and an object for each of its parameters.",
      isRequired: true,
    },
  ],
  subtitle: "{page}",
  raises: ["client-action-limit"],
});

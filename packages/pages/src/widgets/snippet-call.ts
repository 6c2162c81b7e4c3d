import { defineWidget } from "../definition.ts";

/** Shows a snippet. */
export const snippetCall = defineWidget({
  kind: "snippetCall",
  label: "Snippet call",
  group: "structure",
  icon: "puzzle",
  summary: "Shows the widgets of a snippet, which pages share.",
  holdsWidgets: false,
  fields: [
    {
      name: "snippet",
      kind: "snippet",
      label: "Snippet",
      documentation: "Which one, and the objects that it needs.",
      isRequired: true,
    },
  ],
});

import { defineWidget } from "../definition.ts";

/** Holds other widgets. */
export const container = defineWidget({
  kind: "container",
  label: "Container",
  group: "structure",
  icon: "square",
  summary: "Holds other widgets, one below the other or side by side.",
  holdsWidgets: true,
  fields: [
    {
      name: "look",
      kind: "choice",
      label: "Look",
      documentation: "How what is in it stands, and whether a frame is drawn round it.",
      isRequired: true,
      initialValue: "column",
      options: [
        { value: "column", label: "One below the other" },
        { value: "row", label: "Side by side" },
        { value: "card", label: "Card" },
        { value: "header", label: "Header of the page" },
      ],
    },
  ],
});

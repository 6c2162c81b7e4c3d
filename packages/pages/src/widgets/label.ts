import { defineWidget } from "../definition.ts";

/** Says what stands beside or below it. */
export const label = defineWidget({
  kind: "label",
  label: "Label",
  group: "text",
  icon: "tag",
  summary: "Says in small letters what stands beside or below it.",
  holdsWidgets: false,
  fields: [
    {
      name: "content",
      kind: "template",
      label: "Content",
      documentation: "The text; {1} stands for the value of the first argument.",
      isRequired: true,
      initialValue: "Label",
    },
  ],
});

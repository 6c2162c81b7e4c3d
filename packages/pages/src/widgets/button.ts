import { defineWidget } from "../definition.ts";

/** Does something when it is clicked. */
export const button = defineWidget({
  kind: "button",
  label: "Button",
  group: "action",
  icon: "pointer",
  summary: "Does something when it is clicked; it is disabled until that is done.",
  holdsWidgets: false,
  fields: [
    {
      name: "caption",
      kind: "template",
      label: "Caption",
      documentation: "What stands on it.",
      isRequired: true,
      initialValue: "Button",
    },
    {
      name: "look",
      kind: "choice",
      label: "Look",
      documentation: "How much it stands out.",
      isRequired: true,
      initialValue: "default",
      options: [
        { value: "default", label: "Default" },
        { value: "primary", label: "Primary" },
        { value: "danger", label: "Danger" },
        { value: "link", label: "Link" },
      ],
    },
    {
      name: "onClick",
      kind: "action",
      label: "On click",
      documentation: "What it does.",
      isRequired: true,
    },
  ],
});

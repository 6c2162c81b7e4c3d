import { defineWidget } from "../definition.ts";

/** Shows a picture that the project holds. */
export const image = defineWidget({
  kind: "image",
  label: "Image",
  group: "text",
  icon: "image",
  summary: "Shows an icon, or a picture that is kept in the project.",
  holdsWidgets: false,
  fields: [
    {
      name: "picture",
      kind: "picture",
      label: "Picture",
      documentation: "An icon, or a file of this computer that the project keeps.",
      isRequired: true,
    },
    {
      name: "alternative",
      kind: "text",
      label: "Alternative text",
      documentation: "What somebody who does not see the picture is told; empty for one that only adorns.",
      isRequired: false,
    },
    {
      name: "size",
      kind: "choice",
      label: "Size",
      documentation: "How large it is; never wider than what it stands in.",
      isRequired: true,
      initialValue: "medium",
      options: [
        { value: "small", label: "Small (24 pixels)" },
        { value: "medium", label: "Medium (48 pixels)" },
        { value: "large", label: "Large (120 pixels)" },
        { value: "full", label: "As wide as its place" },
      ],
    },
  ],
});

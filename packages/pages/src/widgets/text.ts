import { defineWidget } from "../definition.ts";

/** Shows a text. */
export const text = defineWidget({
  kind: "text",
  label: "Text",
  group: "text",
  icon: "type",
  summary: "Shows a text, with values of the object around it where it has arguments.",
  holdsWidgets: false,
  fields: [
    {
      name: "content",
      kind: "template",
      label: "Content",
      documentation: "The text; {1} stands for the value of the first argument.",
      isRequired: true,
      initialValue: "Text",
    },
    {
      name: "render",
      kind: "choice",
      label: "Render as",
      documentation: "A heading, a paragraph, or text within a line.",
      isRequired: true,
      initialValue: "text",
      options: [
        { value: "text", label: "Text" },
        { value: "paragraph", label: "Paragraph" },
        { value: "h1", label: "Heading 1" },
        { value: "h2", label: "Heading 2" },
        { value: "h3", label: "Heading 3" },
        { value: "h4", label: "Heading 4" },
        { value: "h5", label: "Heading 5" },
        { value: "h6", label: "Heading 6" },
      ],
    },
  ],
});

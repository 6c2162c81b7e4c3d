import { defineActivity } from "../definition.ts";

/** A note on the canvas. */
export const annotation = defineActivity({
  kind: "annotation",
  label: "Annotation",
  group: "flow",
  icon: "sticky-note",
  summary: "A note on the canvas; it has no effect on a run.",
  documentation: "An annotation can be joined to any number of elements by annotation flows.",
  synonyms: ["comment", "note", "text"],
  fields: [
    {
      name: "text",
      kind: "text",
      label: "Text",
      documentation: "What the note says.",
      isRequired: false,
      isMultiline: true,
      maximumLength: 10_000,
      initialValue: "Add your annotation here.",
    },
  ],
  subtitle: "{text}",
  outcomes: { kind: "none" },
  errorHandling: [],
});

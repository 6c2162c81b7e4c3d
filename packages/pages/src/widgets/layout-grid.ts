import { defineWidget } from "../definition.ts";

/** Twelve parts that columns share. */
export const layoutGrid = defineWidget({
  kind: "layoutGrid",
  label: "Layout grid",
  group: "structure",
  icon: "columns",
  summary: "Stands columns side by side; what is more than twelve parts wide goes on in the next row.",
  holdsWidgets: true,
  parts: { kind: "gridColumn", count: 2 },
  fields: [
    {
      name: "gap",
      kind: "choice",
      label: "Space between",
      documentation: "How far the columns stand apart.",
      isRequired: true,
      initialValue: "normal",
      options: [
        { value: "none", label: "None" },
        { value: "small", label: "Small" },
        { value: "normal", label: "Normal" },
        { value: "large", label: "Large" },
      ],
    },
  ],
});

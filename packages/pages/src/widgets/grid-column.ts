import { defineWidget } from "../definition.ts";

const parts = { kind: "number", isRequired: true, minimum: 1, maximum: 12 } as const;

/** One column of a layout grid, as wide as its parts of twelve say. */
export const gridColumn = defineWidget({
  kind: "gridColumn",
  label: "Column",
  group: "structure",
  icon: "column",
  summary: "A column of a layout grid: as wide as its parts of twelve say, for each size of screen.",
  holdsWidgets: true,
  fields: [
    {
      ...parts,
      name: "desktop",
      label: "Parts on a desktop",
      documentation: "Of twelve, from 1,024 pixels on.",
      initialValue: 6,
    },
    {
      ...parts,
      name: "tablet",
      label: "Parts on a tablet",
      documentation: "Of twelve, from 640 pixels on.",
      initialValue: 6,
    },
    {
      ...parts,
      name: "phone",
      label: "Parts on a phone",
      documentation: "Of twelve, on smaller screens.",
      initialValue: 12,
    },
  ],
});

import { defineWidget } from "../definition.ts";

/** Where the page goes in a layout. */
export const placeholder = defineWidget({
  kind: "placeholder",
  label: "Placeholder",
  group: "layout",
  icon: "placeholder",
  summary: "The place for the page in a layout.",
  holdsWidgets: false,
  standsIn: ["pageLayout"],
  fields: [],
});

/** Parts of the window: at its edges, and what is left in the middle. */
export const regions = defineWidget({
  kind: "regions",
  label: "Regions",
  group: "layout",
  icon: "regions",
  summary:
    "Divides the window into regions at its edges and one in the middle, each with a scroll bar of its own.",
  holdsWidgets: true,
  standsIn: ["pageLayout"],
  parts: { kind: "region", count: 2 },
  fields: [],
});

/** One region of the window. */
export const region = defineWidget({
  kind: "region",
  label: "Region",
  group: "layout",
  icon: "column",
  summary: "A region at an edge of the window, or in its middle.",
  holdsWidgets: true,
  standsIn: ["pageLayout"],
  fields: [
    {
      name: "side",
      kind: "choice",
      label: "Side",
      documentation: "Where it is; on a phone those at the left and right stand above the middle.",
      isRequired: true,
      initialValue: "center",
      options: [
        { value: "top", label: "Top" },
        { value: "left", label: "Left" },
        { value: "center", label: "Middle" },
        { value: "right", label: "Right" },
        { value: "bottom", label: "Bottom" },
      ],
    },
  ],
});

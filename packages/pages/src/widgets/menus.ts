import { defineWidget } from "../definition.ts";

/** The menu of the project, side by side. */
export const menuBar = defineWidget({
  kind: "menuBar",
  label: "Menu bar",
  group: "navigation",
  icon: "menu-bar",
  summary:
    "The menu of the project from left to right; each sees the items that lead to what his role may use.",
  holdsWidgets: false,
  fields: [],
});

/** The menu of the project, one item below the other. */
export const navigationTree = defineWidget({
  kind: "navigationTree",
  label: "Navigation tree",
  group: "navigation",
  icon: "tree",
  summary: "The menu of the project from top to bottom, sub-items below the items that hold them.",
  holdsWidgets: false,
  fields: [],
});

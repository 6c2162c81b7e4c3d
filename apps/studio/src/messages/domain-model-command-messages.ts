import type { Direction } from "../canvas/neighbour.ts";

const directionWords: Readonly<Record<Direction, string>> = {
  left: "to the left",
  right: "to the right",
  up: "above",
  down: "below",
};
const moveWords: Readonly<Record<Direction, string>> = {
  left: "to the left",
  right: "to the right",
  up: "up",
  down: "down",
};

/** What the commands of domain models are called: known from the first screen on. */
export const domainModelCommandMessages = {
  add: "Add entity",
  open: "Open what is selected",
  delete: "Delete what is selected",
  selectAll: "Select all entities",
  selectNothing: "Select nothing",
  goTo: (direction: Direction) => `Go to the entity ${directionWords[direction]}`,
  move: (direction: Direction) => `Move the entity ${moveWords[direction]}`,
  tidy: "Tidy up",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Fit view",
  fitSynonyms: ["show all", "whole drawing"],
  tidySynonyms: ["layout", "arrange", "clean up", "order"],
} as const;

/** What the commands of pages are called: known from the first screen on. */
export const pageCommandMessages = {
  copy: "Copy widget",
  cut: "Cut widget",
  paste: "Paste widget",
  duplicate: "Duplicate widget",
  rename: "Rename widget",
  delete: "Delete widget",
  properties: "Show properties of the widget",
  showEntity: "Show an entity as a list or form",
  moves: {
    up: "Move widget up",
    down: "Move widget down",
    into: "Move widget into the one before it",
    out: "Move widget out of the one around it",
  },
} as const;

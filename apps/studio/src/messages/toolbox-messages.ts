/** What the toolbox says. */
export const toolboxMessages = {
  list: "Activities",
  search: "Search activities",
  clearSearch: "Clear search",
  hint: "Drag an activity onto the canvas, or press Enter to put it after the selection.",
  nothingFound: (query: string) => `No activity has “${query}” in its name or synonyms.`,
  entities:
    "Double-click the drawing to add an entity, and drag from the edge of one to another to join them.",
  readOnly: "This document can be looked at, not changed.",
  nothingToAdd: "Open a microflow or a page: what can be put into it is here, to be dragged.",
  best: "Best matches",
} as const;

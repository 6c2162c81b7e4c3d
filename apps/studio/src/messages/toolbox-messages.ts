/** What the toolbox says. */
export const toolboxMessages = {
  list: "Activities",
  search: "Search activities",
  clearSearch: "Clear search",
  hint: "Drag an activity onto the canvas, or press Enter to put it behind the selection.",
  nothingFound: (query: string) => `No activity answers to "${query}".`,
  noCanvas: "Open a microflow to add activities to it.",
  best: "Best matches",
} as const;

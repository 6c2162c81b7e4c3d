/** What the page designer says about real data. */
export const liveDataMessages = {
  toggle: "Live data",
  hint: "Show the page with what its data sources give",
  needsObject: "This page is opened with an object: open it in the application to see its data.",
  explain: (microflows: readonly string[]) =>
    microflows.length === 0
      ? "No microflow gives this page its data."
      : `This runs ${microflows.join(", ")} on the server, with all that ${microflows.length === 1 ? "it does" : "they do"}.`,
  role: "User role",
  anyRole: "All roles",
  run: "Run",
  again: "Run again",
  running: "Running …",
  cancel: "Cancel",
  asOf: (time: string) => `As of ${time}`,
  changedSince: "The project has changed since.",
  frame: (title: string) => `${title} with its data`,
  unknownFailure: "The server gave no answer that can be shown.",
} as const;

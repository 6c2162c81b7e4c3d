/** What the studio says about problems. */
export const problemMessages = {
  filter: "Filter problems",
  severities: "Which problems",
  all: "All",
  errors: "Errors",
  warnings: "Warnings",
  none: "No problems. The project is ready to run.",
  noneFiltered: "No problem fits the filter.",
  checking: "The project is being checked …",
  failed: "Problems cannot be found in this browser: its worker did not start. Runs still check everything.",
  project: "Project",
  error: "Error",
  warning: "Warning",
  next: "Next problem",
  previous: "Previous problem",
} as const;

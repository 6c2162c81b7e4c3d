import type { Since } from "../runs/runs-filter.ts";

const sinceLabels: Readonly<Record<Since, string>> = {
  ever: "Any time",
  hour: "Last hour",
  day: "Last 24 hours",
  week: "Last 7 days",
};

/** What the page of runs says. */
export const runsMessages = {
  title: "Runs",
  subtitle: "Everything that ran on this server, newest first",
  all: "All runs",

  filters: "Filter runs",
  microflow: "Microflow",
  anyMicroflow: "Any microflow",
  status: "Status",
  anyStatus: "Any status",
  who: "Who",
  anybody: "Anybody",
  since: "Started",
  sinceLabels,
  error: "Text in the error",
  clearFilters: "Clear filters",

  started: "Started",
  duration: "Duration",
  configuration: "Configuration",
  trace: "Trace",
  actions: "Actions",
  choose: (microflow: string, started: string) => `Choose ${microflow} of ${started} to compare`,
  chosen: (count: number) => (count === 1 ? "1 run chosen: choose one more" : `${count} runs chosen`),
  chooseHint: "Choose two runs to compare them.",
  compare: "Compare",
  openRun: (microflow: string) => `Open this run of ${microflow} on the canvas`,
  rerun: "Run again with the same parameters",
  cancel: "Cancel this run",
  more: "Load more",
  nobody: "local",
  asRole: (role: string) => `as role ${role}`,

  emptyTitle: "Nothing has run yet",
  emptyText:
    "Run a microflow with F5, from a page or over HTTP. Every run is listed here and outlives the server.",
  emptyFiltered: "No run fits the filter.",
  failed: "The runs could not be read",
  tryAgain: "Try again",
  loading: "Reading the runs",
  gone: (microflow: string) => `${microflow} is not in the project any more, so its run cannot be drawn.`,
  notCancelled: "The run could not be cancelled",

  comparison: "Comparison",
  closeComparison: "Close the comparison",
  left: "First run",
  right: "Second run",
  what: "What",
  parameters: "Parameters",
  result: "Result",
  errorTitle: "Error",
  path: "Path",
  same: "Same",
  differs: "Differs",
  absent: "not there",
  noParameters: "Neither run has parameters.",
  noPath: "Which way a run took is known of runs that were watched: those that the studio starts.",
  samePath: "Both runs took the same way.",
  otherPath: (count: number) =>
    count === 1 ? "1 element was executed differently." : `${count} elements were executed differently.`,
} as const;

import type { ConsoleEvent } from "@rivulet/runtime/wire";

type EventOf<Kind extends ConsoleEvent["kind"]> = Extract<ConsoleEvent, { readonly kind: Kind }>;

/** What the studio says about the running application. */
export const applicationMessages = {
  stop: "Stop the application",
  stopShort: "Stop",
  notStarted: "The application could not be started",
  notStopped: "The application could not be stopped",

  consoleEmpty: "What the running application does, and what runs write to the log, is shown here.",
  filterText: "Filter lines",
  filterKind: "Kind of lines",
  anyKind: "Everything",
  kinds: {
    pages: "Pages",
    microflows: "Microflows",
    validation: "Validation",
    log: "Log",
  },
  nothingFits: "No line fits the filter.",
  showMicroflow: (name: string) => `Show ${name}`,
  openRun: "Open run",
  showWidget: (name: string) => `Show the widget ${name}`,
  runGone: "This run is not kept any more.",
  fromPage: (page: string, widget: string | undefined) =>
    widget === undefined ? `from ${page}` : `from ${widget} on ${page}`,

  started: "The application is started.",
  stopped: "The application is stopped: sessions and running microflows have ended.",
  sessionBegun: ({ who, userRoles }: EventOf<"sessionBegun">) => {
    const roles = userRoles.length === 0 ? "" : ` as ${userRoles.join(", ")}`;
    return `${who ?? "Somebody"} has opened the application${roles}.`;
  },
  pageOpened: ({ page }: EventOf<"pageOpened">) => `Page ${page} was opened.`,
  validation: ({ page, messages }: EventOf<"validation">) =>
    `What was typed into ${page} does not hold: ${messages.join(" ")}`,
  ended: {
    completed: (duration: string) => `completed in ${duration}`,
    failed: (duration: string, failure: string) => `failed in ${duration}: ${failure}`,
    cancelled: (duration: string) => `was cancelled after ${duration}`,
  },
} as const;

/** What the studio says about loading, saving and joining a project. */
export const projectMessages = {
  serverUnreachable: "The server does not answer.",
  serverAnswered: (status: number) => `The server answered with status ${status}.`,
  savingFailed: (reason: string) => `Saving failed: ${reason}`,
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  recordNouns: {
    project: "Project",
    module: "Module",
    entity: "Entity",
    association: "Association",
    enumeration: "Enumeration",
    constant: "Constant",
    microflow: "Microflow",
    page: "Page",
    pageLayout: "Layout",
    snippet: "Snippet",
    widget: "Widget",
    element: "Activity",
    sequenceFlow: "Sequence flow",
    annotationFlow: "Annotation line",
    placement: "Position of",
  },

  enumerationValue: "Enumeration value",

  opening: "Opening the project …",
  unreachableTitle: "The server is not there",
  unreachableText: (address: string) =>
    `Nothing answers at ${address}. Start it with the command below; this page then opens by itself.`,
  startCommand: "pnpm start",
  refusedTitle: "The project cannot be opened",
  tryAgain: "Try again",
  restoredTitle: "Your last edits are back",
  restoredText: "The studio was closed before they were saved. They are saved now.",
  journalTitle: "No safety net in this browser",
  journalText:
    "This browser keeps nothing for this page, so edits that are not saved yet would be lost if it crashed.",

  changedElsewhere: (names: string) => `Changed elsewhere: ${names}`,

  staleTitle: "Changed by somebody else",
  staleText: (count: number) =>
    count === 0
      ? "Somebody else saved changes of the same documents. They do not touch what you changed: both can be joined."
      : `Somebody else saved changes of the same documents. ${count === 1 ? "One element was" : `${count} elements were`} changed on both sides: choose which version stays. Everything else is joined.`,
  staleWhat: "Element",
  staleSides: { mine: "Mine", theirs: "Theirs" },
  staleRemoved: "Removed",
  staleKept: "Kept",
  staleAllMine: "Keep all of mine",
  staleAllTheirs: "Take all of theirs",
  staleJoin: "Join",
  staleLater: "Decide later",
  staleOpen: (open: number) => (open === 1 ? "One choice is open" : `${open} choices are open`),
  staleChoice: (side: string, element: string) => `${side}: ${element}`,
  staleEmpty: "(empty)",
  droppedTitle: "Some parts could not be kept",
  droppedText: (names: string) => `What they belonged to is gone: ${names}.`,
} as const;

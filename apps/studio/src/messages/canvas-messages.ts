import type { Arrangement } from "../canvas/editing/arrange.ts";
import type { Direction } from "../canvas/neighbour.ts";

const directions: Readonly<Record<Direction, string>> = {
  left: "left",
  right: "right",
  up: "above",
  down: "below",
};

const ways: Readonly<Record<Direction, string>> = { left: "left", right: "right", up: "up", down: "down" };

const arrangements: Readonly<Record<Arrangement, string>> = {
  left: "Align left",
  centre: "Align centres",
  right: "Align right",
  top: "Align top",
  middle: "Align middles",
  bottom: "Align bottom",
  across: "Distribute across",
  down: "Distribute down",
};

/** What the canvas of microflows says. */
export const canvasMessages = {
  canvas: (microflow: string) => `Microflow ${microflow}`,
  toolbar: "Zoom",
  minimap: "Map of the microflow",
  unknownActivity: "Unknown activity",
  insertHere: "Insert an activity here",
  outcome: (outcomes: readonly string[]) => `Outcome: ${outcomes.join(", ") || "none"}. Change`,
  chooseOutcome: "choose",
  errorHandler: "Error handler",
  onError: "on error",
  setErrorHandler: "Set as error handler",
  unsetErrorHandler: "Set as ordinary flow",

  findActivity: "Find an activity",
  activities: "Activities",
  nothingFound: "No activity is called so",
  caption: "Caption",
  resultName: "Name of the result",

  commands: {
    edit: "Edit element",
    renameResult: "Rename result",
    writeCaption: "Write caption",
    remove: "Delete",
    removeAndReconnect: "Delete and reconnect",
    copy: "Copy",
    cut: "Cut",
    paste: "Paste",
    duplicate: "Duplicate",
    disable: "Disable",
    enable: "Enable",
    selectAll: "Select all",
    selectNothing: "Select nothing",
    insert: "Insert behind",
    addErrorHandler: "Add error handler",
    removeErrorHandler: "Remove error handler",
    goToStart: "Go to the start",
    goToEnd: "Go to the next end",
    enterLoop: "Go into the loop",
    leaveLoop: "Go out of the loop",
    go: (direction: Direction) => `Go to what is ${directions[direction]}`,
    extend: (direction: Direction) => `Extend the selection ${ways[direction]}`,
    move: (direction: Direction) => `Move the selection ${ways[direction]}`,
    arrange: (arrangement: Arrangement) => arrangements[arrangement],
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fullSize: "Zoom to 100 %",
    fit: "Fit view",
    fitSelection: "Zoom to the selection",
    showMinimap: "Show the map",
    hideMinimap: "Hide the map",
  },
  synonyms: {
    insert: ["add activity", "new", "quick add", "toolbox"],
    fit: ["show all", "zoom to fit", "whole flow"],
    minimap: ["minimap", "overview"],
    arrange: ["arrange", "line up"],
    disable: ["skip", "switch off"],
    errorHandler: ["catch", "exception", "error handling", "fault"],
  },

  returnValue: (variable: string) => `Set $${variable} as return value`,
  returnValueEverywhere: (variable: string) => `Set $${variable} as return value everywhere`,
  returnValueOf: (variable: string, end: string) => `Set $${variable} as return value of “${end}”`,
  takenOutcome: (caption: string) => `✓ ${caption}`,
  addHere: "Add an activity",
  insertIntoFlow: "Insert an activity",

  faults: {
    noteElsewhere: "A note and what it is about have to be in the same loop.",
    nothingMayStandHere: "Nothing of what was copied may stand here.",
    noClipboardToCopy: "This browser does not let a menu use the clipboard. Press Ctrl+C instead.",
    noClipboardToPaste: "This browser does not let a menu use the clipboard. Press Ctrl+V instead.",
  },

  steps: {
    add: (label: string) => `Add ${label.toLowerCase()}`,
    moveActivities: (count: number) => (count === 1 ? "Move activity" : `Move ${count} activities`),
    move: "Move",
    arrange: "Arrange",
    resize: "Resize",
    connect: "Draw sequence flow",
    addErrorHandler: "Add error handler",
    errorHandling: "Change error handling",
    reconnect: "Reconnect sequence flow",
    annotate: "Join annotation",
    remove: (count: number) => (count === 1 ? "Delete" : `Delete ${count} elements`),
    disable: "Disable",
    enable: "Enable",
    paste: (count: number) => (count === 1 ? "Paste" : `Paste ${count} elements`),
    caption: "Edit caption",
    rename: (variable: string) => `Rename $${variable}`,
  },
} as const;

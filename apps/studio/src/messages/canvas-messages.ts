import type { Arrangement } from "../canvas/editing/arrange.ts";
import type { FlowWay } from "../canvas/editing/flow-ways.ts";
import type { Direction } from "../canvas/neighbour.ts";
import { clipboardMessages } from "./clipboard-messages.ts";

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
  sequenceFlow: (from = "", to = "", meant?: string) =>
    `Sequence flow from ${from} to ${to}${meant === undefined ? "" : `, ${meant}`}`,
  lineOfNote: (from = "", to = "") => `Line of a note from ${from} to ${to}`,
  insertHere: "Insert an activity here",
  outcome: (outcomes: readonly string[]) => `Outcome: ${outcomes.join(", ") || "none"}. Change`,
  chooseOutcome: "choose",
  errorHandler: "Error handler",
  onError: "on error",
  setErrorHandler: "Set as error handler",
  unsetErrorHandler: "Set as ordinary flow",

  findActivity: "Find an activity",
  activities: "Activities",
  nothingFound: "No activity has this name",
  connectTo: (element: string, way: FlowWay = { kind: "ordinary" }) => {
    if (way.kind === "outcome") return `Lead ${way.caption} of ${element} to`;
    return way.kind === "error" ? `Lead errors of ${element} to` : `Connect ${element} to`;
  },
  waysTo: (element: string) => `What leads to ${element}?`,
  waysToNew: "What leads to the new activity?",
  ways: {
    between: "Put it into the present flow",
    error: "On error",
    ordinary: "Move the present flow here",
  },
  leadOutcome: (caption: string) => `Lead ${caption} to …`,
  newActivity: "New activity …",
  nothingToConnect: "There is nothing here that it could lead to.",
  elements: "Elements",
  caption: "Caption",
  resultName: "Name of the result",
  pictureCopied: "The drawing is on the clipboard as SVG.",

  commands: {
    edit: "Edit element",
    renameResult: "Rename result",
    writeCaption: "Edit caption",
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
    insert: "Insert after",
    addErrorHandler: "Add error handler",
    removeErrorHandler: "Remove error handler",
    connect: "Connect to",
    menu: "Show the menu",
    goToFlow: "Go to the next outgoing sequence flow",
    insertInside: "Insert into the loop",
    goToStart: "Go to the start",
    goToEnd: "Go to the next end",
    enterLoop: "Go into the loop",
    leaveLoop: "Go out of the loop",
    go: (direction: Direction) => `Go to what is ${directions[direction]}`,
    extend: (direction: Direction) => `Extend the selection ${ways[direction]}`,
    move: (direction: Direction) => `Move the selection ${ways[direction]}`,
    arrange: (arrangement: Arrangement) => arrangements[arrangement],
    tidy: "Tidy up",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fullSize: "Zoom to 100 %",
    fit: "Fit view",
    fitSelection: "Zoom to the selection",
    showMinimap: "Show the map",
    hideMinimap: "Hide the map",
    exportSvg: "Export as SVG",
    exportPng: "Export as PNG",
    copySvg: "Copy as SVG",
  },
  synonyms: {
    connect: ["join", "sequence flow", "draw", "link", "reconnect"],
    menu: ["context menu", "right click"],
    goToFlow: ["select sequence flow", "outcome", "branch"],
    insert: ["add activity", "new", "quick add", "toolbox"],
    fit: ["show all", "zoom to fit", "whole flow"],
    minimap: ["minimap", "overview"],
    arrange: ["arrange", "line up"],
    tidy: ["layout", "arrange", "clean up", "order"],
    disable: ["skip", "switch off"],
    errorHandler: ["catch", "exception", "error handling", "fault"],
    picture: ["picture", "image", "download", "save as"],
  },

  returnValue: (variable: string) => `Set $${variable} as return value`,
  returnValueEverywhere: (variable: string) => `Set $${variable} as return value everywhere`,
  returnValueOf: (variable: string, end: string) => `Set $${variable} as return value of “${end}”`,
  takenOutcome: (caption: string) => `✓ ${caption}`,
  addHere: "Add an activity",
  insertIntoFlow: "Insert an activity",

  copied: {
    ...clipboardMessages.copied,
    isEmpty: "There is nothing on the clipboard that a microflow can take.",
    isForeign: "The text on the clipboard is no part of a microflow. Copy activities first.",
    isDamaged: "What is on the clipboard looks like activities, but is damaged. Copy them again.",
  },
  faults: {
    noteElsewhere: "A note and what it is about have to be in the same loop.",
    lineOfNote: "This line joins a note to what it is about: one of its ends stays at a note.",
    nothingMayStandHere: "Nothing of what was copied may stand here.",
    endOnNothing:
      "The flow stays as it was: no element is where its end was let go. Let it go on an element, or delete the flow.",
    outsideLoop: "What follows in a loop stands in the loop, too. Let the flow go inside the frame.",
    noPicture: "The picture was not made",
    pictureTooLarge: "The drawing is too large for a PNG. Export it as SVG.",
  },

  steps: {
    add: (label: string) => `Add ${label.toLowerCase()}`,
    moveActivities: (count: number) => (count === 1 ? "Move activity" : `Move ${count} activities`),
    move: "Move",
    arrange: "Arrange",
    tidy: "Tidy up",
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

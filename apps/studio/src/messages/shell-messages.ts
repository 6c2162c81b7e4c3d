import type { CommandGroup } from "../commands/command.ts";
import type { DockSide, PaneName } from "../workspace/docks.ts";
import type { TabTarget } from "../workspace/tabs.ts";

const paneLabels: Readonly<Record<PaneName, string>> = {
  explorer: "Explorer",
  outline: "Outline",
  toolbox: "Toolbox",
  properties: "Properties",
  problems: "Problems",
  run: "Run",
  console: "Console",
  documentation: "Documentation",
};

const dockLabels: Readonly<Record<DockSide, string>> = { left: "left", right: "right", bottom: "bottom" };

const editorNouns: Readonly<Record<TabTarget["kind"], string>> = {
  microflow: "Microflow",
  domainModel: "Domain model",
  enumeration: "Enumeration",
  constant: "Constant",
  page: "Page",
  pageLayout: "Layout",
  snippet: "Snippet",
  navigation: "Navigation",
  settings: "Settings",
  security: "Security",
  data: "Data",
  runs: "Runs",
  people: "People",
  keys: "API keys",
  audit: "Audit log",
};

const commandGroups: Readonly<Record<CommandGroup, string>> = {
  edit: "Edit",
  file: "Project",
  go: "Go to",
  canvas: "Canvas",
  domainModel: "Domain model",
  page: "Page",
  run: "Run",
  view: "View",
  help: "Help",
};

/** What the frame of the studio says. */
export const shellMessages = {
  product: "Rivulet",
  topBar: "Project",
  breadcrumb: "Open document",
  editors: "Open documents",
  readOnly: "Read-only",
  more: "More",
  search: "Search",

  saved: "Saved",
  saving: "Saving …",
  unsaved: "Not saved yet",
  offline: "Offline: edits are kept here",
  stale: "Changed by somebody else",
  refused: "Not saved",
  saveNow: "Save now",
  showConflict: "Decide what stays",
  unsavedHint: "Everything saves itself a moment after you change it.",
  offlineHint: "The server does not answer. Your edits are kept in this browser and saved when it is back.",

  staleHint:
    "Somebody else saved changes of a document that you changed too. Nothing is lost on either side.",

  configuration: (name: string) => `Configuration: ${name}`,
  noConfiguration: "No configuration",
  configurationTitle: "Runs use",
  embeddedKind: "Embedded DynamoDB",
  awsKind: "AWS",
  editConfigurations: "Edit configurations",
  configurationFailed: "The configuration could not be changed",

  problems: (count: number) => (count === 1 ? "1 problem" : `${count} problems`),
  noProblems: "No problems",
  run: "Run",
  runUnavailable: "Open a microflow or a page to run it.",

  paneLabels,
  paneMenu: (pane: string) => `Options of ${pane}`,
  panesOf: (side: DockSide) => `Panes at the ${dockLabels[side]}`,
  resizeDock: (side: DockSide) => `Resize the panes at the ${dockLabels[side]}`,
  movePane: (side: DockSide) => `Move to ${dockLabels[side]}`,
  foldDock: "Fold",
  unfoldDock: "Unfold",
  resetPanes: "Reset panes",
  count: (count: number) => (count > 99 ? "99+" : String(count)),

  editorNouns,
  /** Also of what has no tab of its own. */
  placeNouns: { ...editorNouns, entity: "Entity" },
  closeTab: (name: string) => `Close ${name}`,
  close: "Close",
  closeOthers: "Close others",
  brokenTitle: "This part of the studio has failed",
  brokenText: "Your edits are safe. Try it again; if it fails again, reload the page.",
  tryAgain: "Try again",
  goneTitle: "This document is gone",
  goneText: "It was deleted, here or by somebody else. Undo brings it back when it was you.",

  welcomeTitle: "Open something to work on",
  welcomeText: "Choose a document in the explorer, or go straight to one by its name.",
  welcomeGoTo: "Go to a document",
  welcomeNewMicroflow: "New microflow",

  commandGroups,
} as const;

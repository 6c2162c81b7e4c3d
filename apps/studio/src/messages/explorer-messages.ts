import type { NewDocumentKind } from "../workspace/shell-dialog.ts";

const nouns: Readonly<Record<NewDocumentKind, string>> = {
  entity: "entity",
  microflow: "microflow",
  page: "page",
  pageLayout: "layout",
  snippet: "snippet",
  enumeration: "enumeration",
  constant: "constant",
  folder: "folder",
  module: "module",
};

/** What the explorer and its dialogs say. */
export const explorerMessages = {
  tree: "Project",
  search: "Search the project",
  clearSearch: "Clear search",
  nothingFound: (query: string) => `Nothing in the project has “${query}” in its name.`,
  settings: "Settings",
  security: "Security",
  navigation: "Navigation",
  data: "Data",
  runs: "Runs",
  domainModel: "Domain model",
  openDomainModel: "Open domain model",
  readOnly: "Part of a connector: it can be used, not changed",

  add: "Add",
  addTo: (name: string) => `Add to ${name}`,
  addNoun: (what: NewDocumentKind) => `Add ${nouns[what]}`,
  open: "Open",
  rename: "Rename",
  delete: "Delete",
  moveToFolder: "Move to folder",
  moduleItself: "Not in a folder",
  usages: "Show usages",
  showOnPage: "Show on the page",
  addToCanvas: "Add to the microflow",
  options: (name: string) => `Options of ${name}`,

  newTitle: (what: NewDocumentKind) => `New ${nouns[what]}`,
  name: "Name",
  module: "Module",
  folder: "Folder",
  noFolder: "Not in a folder",
  cancel: "Cancel",
  nameNeeded: "A name is needed.",
  moduleNeeded: "The project has no module of its own yet.",
  nameTaken: (name: string, noun: string, place: string) =>
    `There is a ${noun} ${name} in ${place} already. Choose another name.`,
  nameTakenInCase: (name: string, other: string) =>
    `${name} and ${other} would differ only in upper and lower case, which many systems do not tell apart.`,
  suggestions: {
    entity: "Entity",
    microflow: "Microflow",
    page: "Page",
    pageLayout: "Layout",
    snippet: "Snippet",
    enumeration: "Enumeration",
    constant: "Constant",
    folder: "Folder",
    module: "Module",
  } satisfies Readonly<Record<NewDocumentKind, string>>,
  persistable: "Persistable",
  persistableHint: "Objects are kept in the database. Leave it off for data that only passes through.",

  renameTitle: (noun: string, name: string) => `Rename ${noun.toLowerCase()} ${name}`,
  newName: "New name",
  deleteTitle: (noun: string, name: string) => `Delete ${noun.toLowerCase()} ${name}?`,
  unused: "Nothing else uses it.",
  usedBy: (count: number) => (count === 1 ? "Used in one place" : `Used in ${count} places`),
  renameUsed: (count: number) =>
    count === 1
      ? "The place that uses it is changed with it:"
      : `The ${count} places that use it are changed with it:`,
  deleteUsed: (count: number) =>
    count === 1
      ? "One place uses it and will have a problem:"
      : `${count} places use it and will have a problem:`,
  deleteFolder: (count: number) =>
    count === 0 ? "The folder is empty." : "What is in it stays and moves one level up.",
  undoHint: "Undo brings it back.",
  deleteAnyway: "Delete anyway",

  steps: {
    add: (what: NewDocumentKind, name: string) => `Add ${nouns[what]} ${name}`,
    rename: (name: string, to: string) => `Rename ${name} to ${to}`,
    delete: (name: string) => `Delete ${name}`,
    move: (name: string) => `Move ${name}`,
  },
} as const;

/** What dialogs, the properties pane and the pickers say. */
export const dialogMessages = {
  take: "OK",
  cancel: "Cancel",
  close: "Close",

  elsewhere: {
    changed:
      "Somebody else has changed this meanwhile. What you have not touched shows their values; OK keeps yours for the rest.",
    deleted: "Somebody else has deleted this, so it cannot be saved. Copy what you still need, and close.",
  },

  elementGone: (kind: string) =>
    `This project draws “${kind}”, which no installed connector has. Add the connector in Settings, or delete the element.`,
  kindUnknown: (kind: string) => `No installed connector has the activity “${kind}”.`,
  credentialsBefore: "It takes no parameters. The keys are the constants ",
  credentialsAnd: " and ",
  credentialsAfter: " of the active configuration.",

  properties: "Properties",
  sequenceFlow: "Sequence flow",
  nothingToSet: "There is nothing to set here.",
  severalSelected: (count: number) => `${count} elements are selected. Select one to see its properties.`,
  nothingSelected: "Select something to see its properties.",
  nothingOpen: "Open a document to see its properties.",

  caption: "Caption",
  notes: "Notes",
  disabled: "Disabled: a run passes over it",
  documentation: "Documentation",
  errorHandling: "Error handling",
  errorHandlingOf: {
    rollback: "Pass on to the caller",
    customWithRollback: "Custom with rollback",
    customWithoutRollback: "Custom without rollback",
    continue: "Continue",
  },
  errorHandlingHints: {
    rollback: "An error ends the microflow, and the caller handles it or fails in turn.",
    customWithRollback:
      "An error takes the error handler. What was stored is rolled back first; objects in memory and calls of AWS stay as they are.",
    customWithoutRollback: "An error takes the error handler. What was done before stays.",
    continue: "An error is logged, and the run goes on with an empty result.",
  },
  isErrorHandler: "Error handler",
  errorHandlerHint: (activity: string) =>
    `A run takes this flow when “${activity}” fails. After it, $latestError says what happened.`,
  outcomesOfActivity: (activity: string) =>
    `A run takes this flow, instead of failing, when “${activity}” ends with:`,

  oneWay: "This sequence flow has nothing to set: one way leads on.",
  outcomesOf: (decision: string) => `Outcomes of ${decision}`,
  takenWhen: (decision: string) => `A run takes this flow when “${decision}” gives:`,

  returnType: "Return type",
  returnTypeHint: "All end events of this microflow return it.",
  security: "Security",
  allowedRoles: "Allowed roles",
  allowedRolesHint: "Who may run it from a page or the run API, once security is on.",
  noRole: "No role",
  internal: "Internal",
  internalHint: "It has no address of its own in the run API and in OpenAPI.",

  search: "Search",
  select: "Select",
  selectNoun: (label: string) => `Select ${label.toLowerCase()}`,
  clearNoun: (label: string) => `Clear ${label.toLowerCase()}`,
  choose: "Choose",
  nothingPicked: "Nothing selected",
  nothingNamed: (query: string) => `Nothing has “${query}” in its name.`,
  nothingToPick: "There is none in this project yet.",
  entity: "Entity",
  enumeration: "Enumeration",
  selectEntity: "Select entity",
  selectEnumeration: "Select enumeration",
  selectMicroflow: "Select microflow",
  newEntity: "New entity",
  newEntityIn: (module: string) => `It is added to the domain model of ${module}.`,
  dataTypes: {
    nothing: "Nothing",
    string: "String",
    integer: "Integer/Long",
    decimal: "Decimal",
    boolean: "Boolean",
    dateTime: "Date and time",
    enumeration: "Enumeration",
    object: "Object",
    list: "List",
    binary: "Binary",
  },

  steps: {
    caption: "Edit caption",
    documentation: "Edit documentation",
    disable: "Disable",
    enable: "Enable",
    outcome: "Change outcome",
    errorHandling: "Change error handling",
    returnType: "Change return type",
    allowedRoles: "Change allowed roles",
    internal: "Change internal",
  },
} as const;

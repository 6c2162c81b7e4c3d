/** What the documentation pane says. */
export const documentationMessages = {
  nothing: "Select an activity, an entity or an association, and what it is for is explained here.",
  nothingWritten: "Nobody has written anything about it yet.",
  fields: "Fields",
  optional: "Optional",
  parameters: "Parameters",
  attributes: "Attributes",
  raises: "A run fails here with",
  notes: "Notes",
  synonyms: (words: string) => `Also found as: ${words}`,
  returns: (type: string) => `Returns ${type}.`,
  joins: (owner: string, target: string) => `From ${owner} to ${target}.`,
  specializes: (name: string) => `A specialization of ${name}.`,
} as const;

/** What the studio says of tables that were looked up. */
export const tableMessages = {
  pick: { table: "Known tables", index: "Known indexes", keyPart: "Known key attributes" },
  placeholder: (count: number) => (count === 1 ? "1 is known: choose it" : `${count} are known: choose one`),
  unasked: "Not looked up yet",
  noneKnown: "None is known",
  lookUp: "Look up tables",
  lookUpHint: "Asks DynamoDB for the tables of the active configuration",
  asking: "Looking up tables",
  cut: (count: number) => `Only the first ${count} names are listed. Any other name can be written.`,
  partOf: (role: string, table: string) => `${role} of ${table}`,
} as const;

/** What the studio says of tables that were looked up. */
export const tableMessages = {
  pick: { table: "Known tables", index: "Known indexes", keyPart: "Known key attributes" },
  count: (count: number, isCut: boolean) => {
    if (isCut) return `The first ${count} of very many: choose one, or write any other name`;
    return count === 1 ? "1 is known: choose it" : `${count} are known: choose one`;
  },
  unasked: "Not looked up yet",
  noneKnown: "None is known",
  lookUp: "Look up tables",
  lookUpHint: "Asks DynamoDB for the tables of the active configuration",
  asking: "Looking up tables",
  partOf: (role: string, table: string) => `${role} of ${table}`,
} as const;

/** What parts say that several screens share. */
export const controlMessages = {
  documentation: "Documentation",
  documentationHint: "For whoever reads this later. Markdown.",
  readOnly: "Part of a connector: it can be used, not changed.",
  empty: "(empty)",
  yes: "True",
  no: "False",
  wrongValue: {
    string: "This is not a text.",
    integer: "Write a whole number, such as 25.",
    decimal: "Write a number, such as 12.50.",
    boolean: "Choose true or false.",
    dateTime: "Write a date and time such as 2026-11-22T09:30:00Z.",
    binary: "Write the bytes as base64.",
    enumeration: "Choose one of the values.",
  },
  tooLong: (count: number, most: number) =>
    `This has ${count} characters, and at most ${most} fit. Shorten it.`,
  moveUp: (name: string) => `Move ${name} up`,
  moveDown: (name: string) => `Move ${name} down`,
  edit: (name: string) => `Edit ${name}`,
  delete: (name: string) => `Delete ${name}`,
  noIcon: "No icon",
  close: "Close",
  format: "Format",
  formatHint: "Format (Shift+Alt+F)",
} as const;

/** What the editors of formats say. */
export const formatMessages = {
  example: "Example:",
  decimals: "Digits after the decimal point",
  allDecimals: "As many as it has",
  groups: "Separators between thousands",
  moment: "Shows",
  moments: { dateTime: "Date and time", date: "Date", time: "Time", pattern: "A pattern" },
  pattern: "Pattern",
  enumeration: "Shows",
  enumerations: { caption: "Caption", name: "Name" },
  takeAway: "Remove the format",
} as const;

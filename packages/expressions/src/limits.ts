/**
 * The limits of the language. They protect whoever checks or runs the text of somebody else; each has a test, and
 * the reference page prints them.
 */
export const expressionLimits = {
  /** Characters of one expression. The longest real one has 260,529 (reference expressions-spike.md). */
  textLength: 1_000_000,
  /** Parentheses, calls, `if` and unary minus inside each other; the deepest real one has 35 (practice.md 1.5). */
  nesting: 400,
  /** Arguments of one call. */
  callArguments: 1_000,
  /** Steps of one path. */
  pathSteps: 50,
  /** Characters of a text that an expression makes. */
  resultLength: 10_000_000,
  /** Length of a text times length of the part that is looked for in it. */
  searchWork: 10_000_000_000,
  /** Length of a regular expression times that of the text it is matched with. */
  patternWork: 250_000_000,
  /** Problems that are reported for one expression; later ones are left out. */
  problems: 100,
} as const;

/** What a text that becomes too long fails with. */
export function textTooLong(): string {
  return `The text becomes longer than ${expressionLimits.resultLength.toLocaleString("en")} characters.`;
}

/** The text of an expression that is nothing but a text. @example fixedText("'Orders'") // "Orders" */
export function fixedText(expression: string | undefined): string | undefined {
  return /^\s*'((?:[^']|'')*)'\s*$/.exec(expression ?? "")?.[1]?.replaceAll("''", "'");
}

/** The text in a value; `undefined` when it is no text, or one that says nothing: such a value is never sent. */
export function textIn(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** Hebrew, Arabic and what else is written from right to left. */
const letters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether something in a text runs from right to left: the browser then has to find the direction of each paragraph. */
export function hasRightToLeft(text: string): boolean {
  return letters.test(text);
}

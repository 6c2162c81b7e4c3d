/** Finds what is called by these words, whatever comes after them: `List` is not `ListTables`. */
export function beginning(words: string): RegExp {
  return new RegExp(`^${words.replaceAll(/[$().*+?[\]{}|\\^/]/g, String.raw`\$&`)}(?!\\w)`);
}

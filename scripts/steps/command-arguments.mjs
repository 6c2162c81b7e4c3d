/**
 * What the user typed after the script's name. pnpm hands a separating `--` on as an argument
 * (`pnpm start -- --port 3000`), where it means nothing.
 *
 * @returns {string[]}
 */
export function commandArguments() {
  const typed = process.argv.slice(2);
  return typed[0] === "--" ? typed.slice(1) : typed;
}

import { shellMessages } from "../messages/shell-messages.ts";
import type { CommandGroup, StudioCommand } from "./command.ts";

const head = `# Keyboard map of the studio

Made from the studio's one table of commands; do not edit. On a Mac, Ctrl is Command. While you edit a text, its own keys come first. Press <kbd>?</kbd>
in the studio to see this list, <kbd>Ctrl</kbd>+<kbd>K</kbd> to find any command by its name.
`;

/** A shortcut as keys: the last `+` of \`Ctrl++\` is the key itself. */
const keysOf = (shortcut: string) =>
  shortcut
    .split(/\+(?!$)/)
    .map((key) => `<kbd>${key}</kbd>`)
    .join("+");

const rowOf = ({ label, shortcuts }: StudioCommand) => `| ${label} | ${shortcuts.map(keysOf).join(" or ")} |`;

/** The shortcuts of all commands as a page of the documentation. */
export function keyboardMap(commands: readonly StudioCommand[]): string {
  const groups = Object.entries(shellMessages.commandGroups) as [CommandGroup, string][];
  const sections = groups.flatMap(([group, title]) => {
    const rows = commands.filter((command) => command.group === group && command.shortcuts.length > 0);
    if (rows.length === 0) return [];
    return [`\n## ${title}\n\n| to | press |\n| --- | --- |\n${rows.map(rowOf).join("\n")}\n`];
  });
  return head + sections.join("");
}

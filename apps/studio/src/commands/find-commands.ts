import { searchItems } from "../search/text-match.ts";
import type { StudioCommand } from "./command.ts";
import { labelOf } from "./command-table.ts";

/**
 * The commands that words mean, the likeliest first: by what they are called now, then by other words for it. Among
 * equals the order of the table counts.
 *
 * @example findCommands("dark", commands)[0]?.id // "darkTheme"
 */
export function findCommands(query: string, commands: readonly StudioCommand[]): readonly StudioCommand[] {
  return searchItems(query, commands, (command) => ({
    label: labelOf(command),
    synonyms: command.synonyms ?? [],
  }));
}
